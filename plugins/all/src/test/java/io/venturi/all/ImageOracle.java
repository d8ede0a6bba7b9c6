package io.venturi.all;

import io.venturi.spi.LayerDescription;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The layers for images as products with matrices of zeros and ones that say which pixel is under
 * which window: slow, and nothing like the kernels.
 */
final class ImageOracle {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final SameDiff graph;

  ImageOracle(SameDiff graph) {
    this.graph = graph;
  }

  static boolean knows(LayerDescription layer) {
    return layer.kind().startsWith("io.venturi.convolutional.");
  }

  /** Without its activation. */
  SDVariable layer(
      SDVariable x,
      LayerDescription layer,
      Map<String, SDVariable> own,
      @Nullable LayerDescription tiedTo,
      @Nullable SDVariable tied) {
    if (tied != null && tiedTo != null) {
      return tied(x, layer, own, tiedTo, tied);
    }
    SDVariable weights = own.get("weights");
    int[] in = sizes(layer.inputShape());
    int[] out = sizes(layer.outputShape());
    String computes = layer.attributes().getOrDefault("computes", "");
    return switch (computes) {
      case "convolution" -> convolution(x, layer, in, out, weights, own.get("biases"), layer);
      case "transposed convolution" ->
          transposed(x, layer, in, out, weights, own.get("biases"), layer);
      case "max pooling", "average pooling" -> pooling(x, layer, in, out);
      case "upsampling" -> x.mmul(constant(layer, "up", repeated(layer, in, out)));
      default -> x;
    };
  }

  /** The other way, under the window of the layer that it mirrors. */
  private SDVariable tied(
      SDVariable x,
      LayerDescription layer,
      Map<String, SDVariable> own,
      LayerDescription tiedTo,
      SDVariable weights) {
    int[] in = sizes(layer.inputShape());
    int[] out = sizes(layer.outputShape());
    SDVariable biases = own.get("biases");
    return tiedTo.attributes().getOrDefault("computes", "").equals("convolution")
        ? transposed(x, layer, in, out, weights, biases, tiedTo)
        : convolution(x, layer, in, out, weights, biases, tiedTo);
  }

  private SDVariable convolution(
      SDVariable x,
      LayerDescription layer,
      int[] in,
      int[] out,
      SDVariable w,
      SDVariable b,
      LayerDescription windowOf) {
    int[] window = window(windowOf);
    int patch = window[0] * window[1] * in[2];
    return x.mmul(constant(layer, "cut", under(window, in, out)))
        .reshape(-1, patch)
        .mmul(w)
        .add(b)
        .reshape(-1, out[0] * out[1] * out[2]);
  }

  private SDVariable transposed(
      SDVariable x,
      LayerDescription layer,
      int[] in,
      int[] out,
      SDVariable w,
      SDVariable b,
      LayerDescription windowOf) {
    int[] window = window(windowOf);
    int patch = window[0] * window[1] * out[2];
    return x.reshape(-1, in[2])
        .mmul(graph.transpose(w))
        .reshape(-1, in[0] * in[1] * patch)
        .mmul(constant(layer, "add", under(window, out, in).transpose()))
        .reshape(-1, out[2])
        .add(b)
        .reshape(-1, out[0] * out[1] * out[2]);
  }

  private SDVariable pooling(SDVariable x, LayerDescription layer, int[] in, int[] out) {
    int[] window = window(layer);
    INDArray under = under(window, in, out);
    INDArray inside = under.sum(0);
    SDVariable values = x.mmul(constant(layer, "cut", under));
    int places = window[0] * window[1];
    int windows = out[0] * out[1];
    int width = out[0] * out[1] * out[2];
    if (layer.attributes().getOrDefault("computes", "").startsWith("max")) {
      SDVariable outside = constant(layer, "outside", inside.rsub(1.0).mul(-1e6).reshape(1, -1));
      return values.add(outside).reshape(-1, windows, places, in[2]).max(2).reshape(-1, width);
    }
    INDArray counts = inside.reshape(windows, places, in[2]).sum(1).reshape(1, width);
    return values
        .reshape(-1, windows, places, in[2])
        .sum(2)
        .reshape(-1, width)
        .div(constant(layer, "counts", counts));
  }

  /** Kernel, stride, dilation and pad, each height before width. */
  private static int[] window(LayerDescription layer) {
    Matcher matcher = NUMBER.matcher(layer.attributes().getOrDefault("window", ""));
    int[] numbers = new int[8];
    for (int i = 0; i < numbers.length; i++) {
      if (!matcher.find()) {
        throw new AssertionError(layer + " has no window");
      }
      numbers[i] = Integer.parseInt(matcher.group());
    }
    return numbers;
  }

  /** (pixels of the image, windows · places · channels): 1 where a pixel is at a window's place. */
  private static INDArray under(int[] w, int[] image, int[] windows) {
    int channels = image[2];
    int columns = windows[0] * windows[1] * w[0] * w[1] * channels;
    int pixels = image[0] * image[1] * channels;
    INDArray under = Nd4j.zeros(DataType.DOUBLE, pixels, columns);
    for (int column = 0; column < columns; column++) {
      int channel = column % channels;
      int place = column / channels % (w[0] * w[1]);
      int at = column / channels / (w[0] * w[1]);
      int y = at / windows[1] * w[2] + place / w[1] * w[4] - w[6];
      int x = at % windows[1] * w[3] + place % w[1] * w[5] - w[7];
      if (y >= 0 && y < image[0] && x >= 0 && x < image[1]) {
        int pixel = (y * image[1] + x) * channels + channel;
        under.putScalar(pixel, column, 1);
      }
    }
    return under;
  }

  private static INDArray repeated(LayerDescription layer, int[] in, int[] out) {
    int down = Integer.parseInt(layer.attributes().getOrDefault("down", ""));
    int right = Integer.parseInt(layer.attributes().getOrDefault("right", ""));
    int inputs = in[0] * in[1] * in[2];
    int outputs = out[0] * out[1] * out[2];
    INDArray from = Nd4j.zeros(DataType.DOUBLE, inputs, outputs);
    for (int y = 0; y < out[0]; y++) {
      for (int x = 0; x < out[1]; x++) {
        int source = Math.min(y / down, in[0] - 1) * in[1] + Math.min(x / right, in[1] - 1);
        for (int c = 0; c < in[2]; c++) {
          int pixel = source * in[2] + c;
          int repeat = (y * out[1] + x) * in[2] + c;
          from.putScalar(pixel, repeat, 1);
        }
      }
    }
    return from;
  }

  private SDVariable constant(LayerDescription layer, String name, INDArray values) {
    return graph.constant(layer.name() + "." + name, values.dup('c'));
  }

  private static int[] sizes(List<Integer> shape) {
    return shape.stream().mapToInt(Integer::intValue).toArray();
  }
}
