package io.venturi.anomaly;

import io.venturi.model.Attachment;
import io.venturi.model.Model;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** A measure that is there, made of its parts. Its state is in the detector's own attachment. */
record BuiltIn(
    String name,
    Predicate<Model<?>> fitting,
    Function<Pass, MeasureLearner> learning,
    BiFunction<Attachment, Pass, FittedMeasure> reading)
    implements Measure {

  @Override
  public boolean fits(Model<?> model) {
    return fitting.test(model);
  }

  @Override
  public MeasureLearner learner(Pass pass) {
    return learning.apply(pass);
  }

  @Override
  public FittedMeasure read(Attachment state, Pass pass) {
    return reading.apply(state, pass);
  }

  @Override
  public String toString() {
    return name;
  }
}
