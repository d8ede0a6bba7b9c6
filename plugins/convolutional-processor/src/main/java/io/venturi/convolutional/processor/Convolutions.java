package io.venturi.convolutional.processor;

import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.MirrorRequest;
import io.venturi.processor.spi.ParameterCount;
import java.util.Optional;

/** Plans of convolutions in both directions: the mirror of one is the other. */
final class Convolutions {

  static final String FILTERS = "filters";
  static final String KERNEL = "kernel";

  private static final String CONVOLUTION = ImageLayerProcessor.PACKAGE + "Conv2DKernel";
  private static final String TRANSPOSED = ImageLayerProcessor.PACKAGE + "Conv2DTransposeKernel";

  private Convolutions() {}

  /** A convolution of {@code input} with weights of its own. */
  static LayerPlan convolution(AnnotationValues values, Image input, Image output) {
    String window = Sides.of(values, KERNEL).text(input, output);
    return own(CONVOLUTION, "convolution", values, input, output, window);
  }

  /** A transposed convolution to {@code output} with weights of its own. */
  static LayerPlan transposed(AnnotationValues values, Image input, Image output) {
    String window = Sides.of(values, KERNEL).text(output, input);
    return own(TRANSPOSED, "transposed convolution", values, input, output, window);
  }

  private static LayerPlan own(
      String kernel,
      String computes,
      AnnotationValues values,
      Image input,
      Image output,
      String window) {
    String initializer = values.className("initializer").orElse("io.venturi.kernel.GlorotUniform");
    LayerPlan.Builder plan = LayerPlan.of(kernel, output.shape());
    Image.arguments(plan, input, output, /* withDepth= */ true);
    Sides sides = Sides.of(values, KERNEL);
    long weights = (long) sides.down().kernel() * sides.right().kernel() * input.channels();
    return plan.text(window)
        .activation()
        .newInstance(initializer)
        .activations(ImageLayerProcessor.PACKAGE + "ConvolutionActivations")
        .attribute("computes", computes)
        .attribute("window", window)
        .trainingAttribute("initializer", initializer)
        .parameters(count(weights, output.channels()))
        .build();
  }

  /** More than can be counted are more than fit, which is an error of its own. */
  private static Optional<ParameterCount> count(long weightsOfOne, int filters) {
    long weights = Math.min(weightsOfOne, Integer.MAX_VALUE) * filters;
    return Optional.of(new ParameterCount(weights, filters));
  }

  /** The mirror with the weights of the layer that it mirrors. */
  static LayerPlan tied(MirrorRequest request, boolean transposed) {
    return LayerPlan.of(transposed ? TRANSPOSED : CONVOLUTION, request.output())
        .kernelOf(request.layer())
        .activation()
        .activations(ImageLayerProcessor.PACKAGE + "ConvolutionActivations")
        .attribute("tiedTo", request.layer())
        .parameters(
            Image.of(request.output()).map(image -> new ParameterCount(0, image.channels())))
        .build();
  }
}
