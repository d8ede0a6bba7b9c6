package io.venturi.spi;

import io.venturi.error.Message;
import io.venturi.error.SpecException;
import java.math.BigInteger;
import java.util.Locale;

/**
 * What generated networks of specs with {@code input = Autoencoder.FROM_DATA} do once the width is
 * known: sizes that are shares of it, and those of the compiler's checks that had to wait, with the
 * compiler's messages.
 */
public final class FromData {

  /** Floating point has 0.07 · 100 above 7. */
  private static final double ROUNDING = 1e-12;

  /** Of floats in the largest tensor, whose bytes an int counts. */
  private static final int MOST_PARAMETERS = Integer.MAX_VALUE / Float.BYTES;

  private FromData() {}

  /**
   * A share of the input's width, rounded up, at least 1. A product within one part in
   * 10<sup>12</sup> of a whole number is that number.
   */
  public static int share(double fraction, int inputWidth) {
    return Math.max(1, (int) Math.ceil(fraction * inputWidth * (1 - ROUNDING)));
  }

  /**
   * Refuses a code that is wider than what it is made of, or as wide as the network's input.
   *
   * @throws SpecException if it is
   */
  public static void requireNarrowCode(NetworkDescription network) {
    for (LayerDescription layer : network.layers()) {
      if (layer.section() == Section.BOTTLENECK) {
        requireNarrow(network, layer);
      }
    }
  }

  private static void requireNarrow(NetworkDescription network, LayerDescription code) {
    int units = network.latentSize();
    int inputs = network.inputs();
    String here = ", with rows of " + count(inputs, "value") + ", ";
    if (units > code.inputs()) {
      throw tooWide(network, code, "wider" + here + "than its", code.inputs());
    }
    if (units >= inputs) {
      String fact = units > inputs ? "wider" + here + "than " : "as wide" + here + "as ";
      String whose = code.inputs() == inputs ? "its" : "the network's";
      throw tooWide(network, code, fact + whose, inputs);
    }
  }

  /** The compiler's message stands at the spec; this one must name it, and the data's width. */
  private static SpecException tooWide(
      NetworkDescription network, LayerDescription code, String fact, int limit) {
    return new SpecException(
        Message.BOTTLENECK_TOO_WIDE,
        sourceName(network) + "." + code.name(),
        count(code.outputs(), "unit"),
        fact,
        count(limit, "input"),
        fix(network, limit));
  }

  /** Nothing is narrower than 1. */
  private static String fix(NetworkDescription network, int limit) {
    if (limit > 1) {
      return "Use fewer than " + limit;
    }
    return network.inputs() == 1 ? "Take rows of more values" : "Use 1 unit";
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /**
   * Lays out the parameters of a network's layers.
   *
   * @throws SpecException if they are more than fit; nothing is then allocated
   */
  public static Parameters allocate(NetworkDescription network, LayerKernel<?>... kernels) {
    BigInteger total = BigInteger.ZERO;
    for (LayerKernel<?> kernel : kernels) {
      for (ParameterSpec block : kernel.parameters()) {
        total = total.add(BigInteger.valueOf((long) block.rows() * block.columns()));
      }
    }
    if (total.compareTo(BigInteger.valueOf(MOST_PARAMETERS)) > 0) {
      throw new SpecException(
          Message.TOO_MANY_PARAMETERS, sourceName(network), commas(total), commas(MOST_PARAMETERS));
    }
    return Parameters.allocate(kernels);
  }

  /** As the compiler names specs: without the package, {@code Outer.Spec}. */
  private static String sourceName(NetworkDescription network) {
    String name = network.spec();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }

  private static String commas(Number number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
