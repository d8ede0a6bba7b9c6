package io.venturi.convolutional;

import io.venturi.annotation.Layer;
import io.venturi.spi.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trained convolution. Its weights have the shape (kernel height, kernel width, channels that
 * enter, filters); a transposed one's (kernel height, kernel width, filters, channels that enter).
 */
record ConvolutionLayer(String name, String kind, ConvolutionKernel kernel, Parameters parameters)
    implements Layer {

  @Override
  public int inputs() {
    return kernel.inputs();
  }

  @Override
  public int outputs() {
    return kernel.outputs();
  }

  @Override
  public Map<String, Block> blocks() {
    Window window = kernel.geometry.window();
    List<Integer> shape =
        List.of(
            window.kernelHeight(),
            window.kernelWidth(),
            kernel.geometry.channels(),
            kernel.windowChannels);
    Map<String, Block> blocks = new LinkedHashMap<>();
    blocks.put("weights", new Block(shape, parameters.copy(kernel.weights())));
    blocks.put("biases", new Block(List.of(kernel.filters()), parameters.copy(kernel.biases())));
    return blocks;
  }

  /** Such as {@code edges: convolution of 16 filters, 3x3 stride 2x2 dilation 1x1 pad 0x0}. */
  @Override
  public String toString() {
    return "%s: %s of %d filters, %s"
        .formatted(name, kind, kernel.filters(), kernel.geometry.window());
  }
}
