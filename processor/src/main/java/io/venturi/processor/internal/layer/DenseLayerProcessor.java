package io.venturi.processor.internal.layer;

import com.google.auto.service.AutoService;
import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.Dim;
import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.LayerProblem;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRefusal;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.MirrorRequest;
import io.venturi.processor.spi.ParameterCount;
import io.venturi.processor.spi.Shape;
import java.util.List;
import java.util.Optional;

/** The processor half of {@code @Dense}: flattens what enters, and is as wide as it says. */
@AutoService(LayerProcessor.class)
public final class DenseLayerProcessor implements LayerProcessor {

  private static final String UNITS = "units";
  private static final String SHARE = "share";

  private static final LayerProblem NO_WIDTH =
      new LayerProblem(
          Optional.empty(),
          "has neither units nor a share",
          "Set one of them; only the last decoder layer is as wide as the input by itself.");

  private static final LayerRefusal SEVERAL_NUMBERS =
      LayerRefusal.of(
          new LayerProblem(
              Optional.empty(),
              "makes several numbers for each unit, so its weights transposed undo nothing",
              "Use tied = false, or write the decoder out with @Decoder methods."));

  @Override
  public String annotation() {
    return CoreNames.DENSE;
  }

  @Override
  public List<LayerProblem> check(AnnotationValues dense, boolean isLast) {
    if (dense.has(UNITS) && dense.has(SHARE)) {
      return List.of(LayerProblem.of(SHARE, "has both units and a share", "Keep one."));
    }
    return dense.has(UNITS) || dense.has(SHARE) || isLast ? List.of() : List.of(NO_WIDTH);
  }

  @Override
  public Optional<Shape> output(AnnotationValues dense) {
    if (dense.has(UNITS)) {
      return Optional.of(Shape.of(dense.intValue(UNITS)));
    }
    return dense.has(SHARE)
        ? Optional.of(Shape.flat(new Dim.OfInput(dense.doubleValue(SHARE))))
        : Optional.empty();
  }

  @Override
  public String activation(AnnotationValues dense) {
    return dense.className("activation").orElse(CoreNames.LINEAR);
  }

  @Override
  public Optional<String> widthMember(AnnotationValues dense) {
    return Optional.of(dense.has(SHARE) ? SHARE : UNITS);
  }

  @Override
  public LayerInference plan(LayerRequest request) {
    AnnotationValues dense = request.annotation();
    Dim outputs = width(dense, request).times(request.numbersPerUnit());
    return own(dense, request.input(), Shape.flat(outputs));
  }

  @Override
  public LayerInference mirror(MirrorRequest request) {
    if (!request.tied()) {
      return own(request.annotation(), request.input(), request.output());
    }
    return request.numbersPerUnit() == 1 ? tied(request) : SEVERAL_NUMBERS;
  }

  private static Dim width(AnnotationValues dense, LayerRequest request) {
    if (dense.has(UNITS)) {
      return Dim.of(dense.intValue(UNITS));
    }
    return dense.has(SHARE)
        ? request.share(dense.doubleValue(SHARE))
        : request.networkInput().flatten();
  }

  /** A layer with weights of its own. */
  private static LayerPlan own(AnnotationValues dense, Shape input, Shape output) {
    String initializer = dense.className("initializer").orElse(CoreNames.GLOROT_UNIFORM);
    Dim inputs = input.flatten();
    Dim outputs = output.flatten();
    return LayerPlan.of(CoreNames.DENSE_KERNEL, output)
        .size(inputs)
        .size(outputs)
        .activation()
        .newInstance(initializer)
        .activations(CoreNames.DENSE_ACTIVATIONS)
        .trainingAttribute("initializer", initializer)
        .parameters(count(inputs, outputs))
        .build();
  }

  /** The encoder's weights, transposed, and biases of its own. */
  private static LayerPlan tied(MirrorRequest request) {
    return LayerPlan.of(CoreNames.TIED_DENSE_KERNEL, request.output())
        .kernelOf(request.layer())
        .activation()
        .activations(CoreNames.DENSE_ACTIVATIONS)
        .attribute("tiedTo", request.layer())
        .parameters(fixed(request.output().flatten()).map(out -> new ParameterCount(0, out)))
        .build();
  }

  private static Optional<ParameterCount> count(Dim inputs, Dim outputs) {
    return fixed(inputs)
        .flatMap(in -> fixed(outputs).map(out -> new ParameterCount(in * out, out)));
  }

  private static Optional<Long> fixed(Dim dim) {
    return dim.fixed().isPresent() ? Optional.of((long) dim.fixed().getAsInt()) : Optional.empty();
  }
}
