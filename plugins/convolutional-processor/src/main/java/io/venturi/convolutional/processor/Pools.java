package io.venturi.convolutional.processor;

import io.venturi.processor.spi.Argument;
import io.venturi.processor.spi.LayerPlan;

/** Plans of pooling and upsampling: the mirror of one is the other. */
final class Pools {

  static final String SIZE = "size";

  private Pools() {}

  static LayerPlan pooling(String kernel, String computes, Sides sides, Image input, Image output) {
    String window = sides.text(input, output);
    LayerPlan.Builder plan = start(kernel, computes, input, output);
    return plan.text(window).activation().attribute("window", window).build();
  }

  static LayerPlan upsampling(int down, int right, Image input, Image output) {
    return start("UpSampling2DKernel", "upsampling", input, output)
        .argument(new Argument.IntLiteral(down))
        .argument(new Argument.IntLiteral(right))
        .activation()
        .attribute("down", Integer.toString(down))
        .attribute("right", Integer.toString(right))
        .build();
  }

  private static LayerPlan.Builder start(
      String kernel, String computes, Image input, Image output) {
    LayerPlan.Builder plan =
        LayerPlan.of(ImageLayerProcessor.PACKAGE + kernel, output.shape())
            .activations(ImageLayerProcessor.PACKAGE + "ShapeActivations")
            .attribute("computes", computes);
    Image.arguments(plan, input, output, /* withDepth= */ false);
    return plan;
  }
}
