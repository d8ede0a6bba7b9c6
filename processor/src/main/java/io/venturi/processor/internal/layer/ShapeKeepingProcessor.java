package io.venturi.processor.internal.layer;

import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.Dim;
import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.MirrorRequest;
import io.venturi.processor.spi.ParameterCount;
import io.venturi.processor.spi.Shape;
import java.util.Optional;

/** What the processor halves of layers that are as wide as what enters have in common. */
abstract class ShapeKeepingProcessor implements LayerProcessor {

  private final String annotation;

  ShapeKeepingProcessor(String annotation) {
    this.annotation = annotation;
  }

  /** The plan but for its size, which is the kernel's first argument. */
  abstract void describe(AnnotationValues values, LayerPlan.Builder plan);

  abstract String kernel();

  /** How many parameters a feature has, in each of two blocks. */
  abstract long perFeature();

  @Override
  public final String annotation() {
    return annotation;
  }

  @Override
  public final boolean keepsShape() {
    return true;
  }

  @Override
  public final LayerInference plan(LayerRequest request) {
    return plan(request.annotation(), request.input());
  }

  @Override
  public final LayerInference mirror(MirrorRequest request) {
    return plan(request.annotation(), request.input());
  }

  private LayerPlan plan(AnnotationValues values, Shape shape) {
    LayerPlan.Builder plan = LayerPlan.of(kernel(), shape);
    Dim width = shape.flatten();
    plan.size(width);
    describe(values, plan);
    return plan.parameters(count(width)).build();
  }

  private Optional<ParameterCount> count(Dim width) {
    if (perFeature() == 0) {
      return Optional.of(ParameterCount.NONE);
    }
    return width.fixed().isPresent()
        ? Optional.of(
            new ParameterCount(
                perFeature() * width.fixed().getAsInt(), perFeature() * width.fixed().getAsInt()))
        : Optional.empty();
  }

  static void epsilon(AnnotationValues values, LayerPlan.Builder plan) {
    double epsilon = values.doubleValue("epsilon");
    plan.number(epsilon).attribute("epsilon", Double.toString(epsilon));
  }

  static String activationOf(AnnotationValues values) {
    return values.className("activation").orElse(CoreNames.LINEAR);
  }
}
