package io.venturi.testkit;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.Network;
import io.venturi.spi.NormConstraint;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Readers;
import io.venturi.train.Sgd;
import java.util.List;
import java.util.Optional;

/** What a type holds norms of weights to is a projection, and trained weights are there. */
final class NormConstraints implements Property {

  private static final int ROWS = 64;
  private static final double TOLERANCE = 1e-5;
  private static final double[] NORMS = {
    0, 1e-6, 0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 1, 1.4, 2, 3, 7, 1e3, 1e12
  };

  /** Large enough for weights to leave any set in a few steps. */
  private static final double RATE = 0.5;

  @Override
  public String name() {
    return "weights are where constraints hold them";
  }

  @Override
  public boolean appliesTo(Subject subject) {
    return !constraints(subject.objective().types()).isEmpty();
  }

  private static List<NormConstraint> constraints(List<AutoencoderType> types) {
    return types.stream().map(AutoencoderType::normConstraint).flatMap(Optional::stream).toList();
  }

  @Override
  public void check(Subject subject) {
    List<NormConstraint> constraints = constraints(subject.objective().types());
    constraints.forEach(NormConstraints::checkScale);
    Network<?> network = subject.objective().network();
    try (Model<?> model =
        subject
            .trainer()
            .epochs(3)
            .batchSize(ROWS / 4)
            .optimizer(new Sgd(RATE))
            .fit(Dataset.of(subject.rows(ROWS, 1)))
            .model()) {
      model.copyInto(network);
    }
    for (NormConstraint constraint : constraints) {
      requireHeld(constraint, network);
    }
  }

  private static void checkScale(NormConstraint constraint) {
    for (double norm : NORMS) {
      double scale = constraint.scale(norm);
      double again = constraint.scale(norm * scale);
      if (!(scale >= 0) || !Double.isFinite(scale) || !(Math.abs(again - 1) <= TOLERANCE)) {
        throw Violation.of(
            "a quotient of a norm that is 0, or the norm itself instead of what to multiply by",
            "weights of norm %s are multiplied by %s, and those by %s instead of 1",
            norm,
            scale,
            again);
      }
    }
  }

  private static void requireHeld(NormConstraint constraint, Network<?> network) {
    List<LayerDescription> table = network.description().layers();
    boolean any = false;
    for (int i = 0; i < table.size(); i++) {
      for (ParameterBlock block : network.parameters().layers().get(i)) {
        Optional<Readers> readers = block.spec().readers();
        if (constraint.holds(table.get(i).section()) && readers.isPresent()) {
          any = true;
          requireHeld(constraint, table.get(i).name(), block.values().toArray(), readers.get());
        }
      }
    }
    if (!any) {
      throw Violation.of(
          "NormConstraint.holds is false of every section, or a layer's ParameterSpec names no"
              + " readers",
          "a constraint holds no weights at all");
    }
  }

  private static void requireHeld(
      NormConstraint constraint, String layer, float[] weights, Readers readers) {
    double[] squares = new double[readers.inputs()];
    for (int e = 0; e < weights.length; e++) {
      squares[e / readers.stride() % readers.inputs()] += (double) weights[e] * weights[e];
    }
    for (int input = 0; input < squares.length; input++) {
      double norm = Math.sqrt(squares[input]);
      if (!(Math.abs(constraint.scale(norm) - 1) <= TOLERANCE)) {
        throw Violation.of(
            "a scale that depends on anything but the norm",
            "after training, what input %d of %s feeds has the norm %s, which is to be multiplied by"
                + " %s",
            input,
            layer,
            norm,
            constraint.scale(norm));
      }
    }
  }
}
