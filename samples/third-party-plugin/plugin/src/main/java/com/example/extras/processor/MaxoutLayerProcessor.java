package com.example.extras.processor;

import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.Argument;
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

/**
 * The processor half of {@code @Maxout}: flattens what enters, and is as wide as it says. It names
 * classes of the other half by string, so that neither they nor ND4J are needed on the processor
 * path.
 */
public final class MaxoutLayerProcessor implements LayerProcessor {

  private static final String PACKAGE = "com.example.extras.";
  private static final String UNITS = "units";
  private static final String PIECES = "pieces";

  @Override
  public String annotation() {
    return PACKAGE + "Maxout";
  }

  @Override
  public List<LayerProblem> check(AnnotationValues maxout, boolean isLast) {
    return maxout.has(UNITS) || isLast
        ? List.of()
        : List.of(
            new LayerProblem(
                Optional.empty(),
                "has no units",
                "Set them; only the last decoder layer is as wide as the input by itself."));
  }

  @Override
  public Optional<Shape> output(AnnotationValues maxout) {
    return maxout.has(UNITS) ? Optional.of(Shape.of(maxout.intValue(UNITS))) : Optional.empty();
  }

  @Override
  public Optional<String> widthMember(AnnotationValues maxout) {
    return Optional.of(UNITS);
  }

  @Override
  public LayerInference plan(LayerRequest request) {
    AnnotationValues maxout = request.annotation();
    Dim units =
        maxout.has(UNITS) ? Dim.of(maxout.intValue(UNITS)) : request.networkInput().flatten();
    return plan(maxout, request.input(), Shape.flat(units.times(request.numbersPerUnit())));
  }

  @Override
  public LayerInference mirror(MirrorRequest request) {
    return request.tied()
        ? LayerRefusal.of(
            new LayerProblem(
                Optional.empty(),
                "has several weights between two values, so their transpose undoes nothing",
                "Use tied = false, or write the decoder out with @Decoder methods."))
        : plan(request.annotation(), request.input(), request.output());
  }

  private static LayerInference plan(AnnotationValues maxout, Shape input, Shape output) {
    int pieces = maxout.intValue(PIECES);
    Dim inputs = input.flatten();
    Dim outputs = output.flatten();
    if ((long) outputs.fixed().orElse(1) * pieces > Integer.MAX_VALUE) {
      return LayerRefusal.of(
          LayerProblem.of(
              PIECES,
              "has %s outputs of %d pieces, more values than a row can have"
                  .formatted(outputs, pieces),
              "Use fewer units or pieces: together at most " + Integer.MAX_VALUE + "."));
    }
    String initializer = maxout.className("initializer").orElse("io.venturi.kernel.GlorotUniform");
    return LayerPlan.of(PACKAGE + "MaxoutKernel", output)
        .size(inputs)
        .size(outputs)
        .argument(new Argument.IntLiteral(pieces))
        .activation()
        .newInstance(initializer)
        .activations(PACKAGE + "MaxoutActivations")
        .attribute(PIECES, Integer.toString(pieces))
        .trainingAttribute("initializer", initializer)
        .parameters(count(inputs, outputs, pieces))
        .build();
  }

  /** Empty where the data says how wide rows are. */
  private static Optional<ParameterCount> count(Dim inputs, Dim outputs, int pieces) {
    if (inputs.fixed().isEmpty() || outputs.fixed().isEmpty()) {
      return Optional.empty();
    }
    long all = (long) outputs.fixed().getAsInt() * pieces;
    return Optional.of(new ParameterCount(inputs.fixed().getAsInt() * all, all));
  }
}
