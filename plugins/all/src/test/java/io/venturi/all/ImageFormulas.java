package io.venturi.all;

import io.venturi.convolutional.AveragePool2D;
import io.venturi.convolutional.Conv2D;
import io.venturi.convolutional.Conv2DTranspose;
import io.venturi.convolutional.Flatten;
import io.venturi.convolutional.MaxPool2D;
import io.venturi.convolutional.Reshape;
import io.venturi.convolutional.UpSampling2D;
import io.venturi.spi.LayerDescription;
import io.venturi.testkit.Conformance;
import io.venturi.testkit.LayerGraph;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The layers for images as products with matrices of zeros and ones that say which pixel is under
 * which window: slow, and nothing like the kernels.
 */
final class ImageFormulas {

  private static final List<Class<? extends Annotation>> LAYERS =
      List.of(
          Conv2D.class,
          Conv2DTranspose.class,
          MaxPool2D.class,
          AveragePool2D.class,
          UpSampling2D.class,
          Flatten.class,
          Reshape.class);

  private static final Pattern BETWEEN_NUMBERS = Pattern.compile("\\D+");

  private ImageFormulas() {}

  /** Those of all layers for images; a mirrored one says by its attributes what it computes. */
  static void state(Conformance conformance) {
    for (Class<? extends Annotation> layer : LAYERS) {
      conformance.layer(layer, (graph, x) -> graph.activate(compute(graph, x)));
    }
  }

  private static SDVariable compute(LayerGraph graph, SDVariable x) {
    LayerDescription layer = graph.layer();
    String tiedTo = layer.attributes().get("tiedTo");
    if (tiedTo != null) { // The other way, under the window of the layer that it mirrors.
      SDVariable weights = graph.parameterOf(tiedTo, "weights");
      LayerDescription mirrored = named(graph, tiedTo);
      return computes(mirrored).equals("convolution")
          ? transposed(graph, x, weights, mirrored)
          : convolution(graph, x, weights, mirrored);
    }
    return switch (computes(layer)) {
      case "convolution" -> convolution(graph, x, graph.parameter("weights"), layer);
      case "transposed convolution" -> transposed(graph, x, graph.parameter("weights"), layer);
      case "max pooling" -> maxima(graph, x);
      case "average pooling" -> means(graph, x);
      case "upsampling" -> x.mmul(graph.constant(repeated(graph)));
      default -> x;
    };
  }

  private static LayerDescription named(LayerGraph graph, String name) {
    return graph.network().layers().stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String computes(LayerDescription layer) {
    return layer.attributes().getOrDefault("computes", "");
  }

  private static SDVariable convolution(
      LayerGraph graph, SDVariable x, SDVariable weights, LayerDescription windowOf) {
    int[] in = sizes(graph.layer().inputShape());
    int[] out = sizes(graph.layer().outputShape());
    int[] window = window(windowOf);
    int patch = window[0] * window[1] * in[2];
    return x.mmul(graph.constant(under(window, in, out)))
        .reshape(-1, patch)
        .mmul(weights)
        .add(graph.parameter("biases"))
        .reshape(-1, out[0] * out[1] * out[2]);
  }

  private static SDVariable transposed(
      LayerGraph graph, SDVariable x, SDVariable weights, LayerDescription windowOf) {
    int[] in = sizes(graph.layer().inputShape());
    int[] out = sizes(graph.layer().outputShape());
    int[] window = window(windowOf);
    int patch = window[0] * window[1] * out[2];
    return x.reshape(-1, in[2])
        .mmul(graph.graph().transpose(weights))
        .reshape(-1, in[0] * in[1] * patch)
        .mmul(graph.constant(turned(under(window, out, in))))
        .reshape(-1, out[2])
        .add(graph.parameter("biases"))
        .reshape(-1, out[0] * out[1] * out[2]);
  }

  /** What lies outside of the image is never the largest. */
  private static SDVariable maxima(LayerGraph graph, SDVariable x) {
    int[] out = sizes(graph.layer().outputShape());
    double[][] under = under(graph);
    double[] outside = Arrays.stream(inside(under)).map(in -> 1e6 * (in - 1)).toArray();
    return x.mmul(graph.constant(under))
        .add(graph.constant(new double[][] {outside}))
        .reshape(-1, out[0] * out[1], places(graph), out[2])
        .max(2)
        .reshape(-1, out[0] * out[1] * out[2]);
  }

  /** Over those pixels of a window that are inside. */
  private static SDVariable means(LayerGraph graph, SDVariable x) {
    int[] out = sizes(graph.layer().outputShape());
    double[][] under = under(graph);
    double[] inside = inside(under);
    double[] counts = new double[out[0] * out[1] * out[2]];
    for (int column = 0; column < inside.length; column++) {
      int channel = column % out[2];
      counts[column / out[2] / places(graph) * out[2] + channel] += inside[column];
    }
    return x.mmul(graph.constant(under))
        .reshape(-1, out[0] * out[1], places(graph), out[2])
        .sum(2)
        .reshape(-1, counts.length)
        .div(graph.constant(new double[][] {counts}));
  }

  private static int places(LayerGraph graph) {
    int[] window = window(graph.layer());
    return window[0] * window[1];
  }

  /** Kernel, stride, dilation and pad, each height before width. */
  private static int[] window(LayerDescription layer) {
    String text = layer.attributes().getOrDefault("window", "");
    return BETWEEN_NUMBERS.splitAsStream(text).mapToInt(Integer::parseInt).limit(8).toArray();
  }

  private static double[][] under(LayerGraph graph) {
    LayerDescription layer = graph.layer();
    return under(window(layer), sizes(layer.inputShape()), sizes(layer.outputShape()));
  }

  /** (pixels of the image, windows · places · channels): 1 where a pixel is at a window's place. */
  private static double[][] under(int[] w, int[] image, int[] windows) {
    int channels = image[2];
    int columns = windows[0] * windows[1] * w[0] * w[1] * channels;
    double[][] under = new double[image[0] * image[1] * channels][columns];
    for (int column = 0; column < columns; column++) {
      int channel = column % channels;
      int place = column / channels % (w[0] * w[1]);
      int at = column / channels / (w[0] * w[1]);
      int y = at / windows[1] * w[2] + place / w[1] * w[4] - w[6];
      int x = at % windows[1] * w[3] + place % w[1] * w[5] - w[7];
      if (y >= 0 && y < image[0] && x >= 0 && x < image[1]) {
        under[(y * image[1] + x) * channels + channel][column] = 1;
      }
    }
    return under;
  }

  /** 1 for each place of a window that has a pixel, 0 for others. */
  private static double[] inside(double[][] under) {
    double[] inside = new double[under[0].length];
    for (double[] pixel : under) {
      for (int column = 0; column < inside.length; column++) {
        inside[column] += pixel[column];
      }
    }
    return inside;
  }

  private static double[][] turned(double[][] matrix) {
    double[][] turned = new double[matrix[0].length][matrix.length];
    for (int r = 0; r < matrix.length; r++) {
      for (int c = 0; c < turned.length; c++) {
        turned[c][r] = matrix[r][c];
      }
    }
    return turned;
  }

  private static double[][] repeated(LayerGraph graph) {
    int[] in = sizes(graph.layer().inputShape());
    int[] out = sizes(graph.layer().outputShape());
    int down = (int) graph.number("down");
    int right = (int) graph.number("right");
    double[][] from = new double[in[0] * in[1] * in[2]][out[0] * out[1] * out[2]];
    for (int y = 0; y < out[0]; y++) {
      for (int x = 0; x < out[1]; x++) {
        int source = Math.min(y / down, in[0] - 1) * in[1] + Math.min(x / right, in[1] - 1);
        for (int c = 0; c < in[2]; c++) {
          from[source * in[2] + c][(y * out[1] + x) * in[2] + c] = 1;
        }
      }
    }
    return from;
  }

  private static int[] sizes(List<Integer> shape) {
    return shape.stream().mapToInt(Integer::intValue).toArray();
  }
}
