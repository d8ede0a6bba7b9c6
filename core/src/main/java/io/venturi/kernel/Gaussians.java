package io.venturi.kernel;

/**
 * Normally distributed numbers, mean 0 and variance 1, that depend on a seed and a place alone: the
 * same whichever thread draws them, and whatever was drawn before. Nothing is kept and nothing
 * allocated.
 *
 * <p>By the ziggurat method (Marsaglia and Tsang, 2000), with a layer and a value from separate
 * bits of one {@link Seeds#draw} (Doornik, 2005): exact but for the rounding to 24 bits, tails
 * included. About 99 of 100 need no more than that draw, a multiplication and a comparison; for the
 * others it is drawn again from streams of their own.
 */
public final class Gaussians {

  private static final int LAYERS = 256;

  /** Where the tail begins, and the area of a layer, for so many. */
  private static final double TAIL = 3.654152885361009;

  private static final double AREA = 0.00492867323399;

  /** The width of each layer, from the one with the tail up. */
  private static final float[] WIDTH = new float[LAYERS];

  /** The share of a layer's width that lies wholly under the curve. */
  private static final float[] INNER = new float[LAYERS];

  /** exp(−x² / 2) at the right edge of each layer; 1 above the last. */
  private static final double[] HEIGHT = new double[LAYERS + 1];

  static {
    double[] edge = new double[LAYERS + 1];
    edge[0] = AREA / density(TAIL); // As wide as if the tail were a rectangle, too.
    edge[1] = TAIL;
    for (int i = 2; i < LAYERS; i++) {
      edge[i] = Math.sqrt(-2 * StrictMath.log(AREA / edge[i - 1] + density(edge[i - 1])));
    }
    edge[LAYERS] = 0;
    for (int i = 0; i < LAYERS; i++) {
      WIDTH[i] = (float) edge[i];
      INNER[i] = (float) (edge[i + 1] / edge[i]);
      HEIGHT[i] = density(edge[i]);
    }
    HEIGHT[LAYERS] = 1;
  }

  private Gaussians() {}

  private static double density(double x) {
    return StrictMath.exp(-0.5 * x * x);
  }

  /**
   * The number at a place of a stream.
   *
   * @param seed of the stream
   * @param place such as the number of the value in the batch
   */
  public static float at(long seed, long place) {
    long bits = Seeds.draw(seed, place);
    int layer = (int) bits & (LAYERS - 1);
    float share = (int) (bits >> Integer.SIZE) * 0x1p-31f; // In [−1, 1].
    return Math.abs(share) < INNER[layer]
        ? share * WIDTH[layer]
        : atEdge(share, layer, seed, place);
  }

  /**
   * The numbers at {@code n} places of a stream.
   *
   * @param into out, the first {@code n} values
   * @param seed of the stream
   * @param firstPlace of the first; the next ones follow
   */
  public static void fill(float[] into, int n, long seed, long firstPlace) {
    for (int i = 0; i < n; i++) {
      into[i] = at(seed, firstPlace + i);
    }
  }

  /** Where the layer's rectangle is not wholly under the curve: the tail, the wedge, or again. */
  private static float atEdge(float firstShare, int firstLayer, long seed, long place) {
    float share = firstShare;
    int layer = firstLayer;
    for (int stream = 0; ; stream += 2) {
      long own = Seeds.of(seed, stream);
      if (layer == 0) {
        return Math.copySign(tail(own, place), share);
      }
      double x = (double) share * WIDTH[layer];
      double height = HEIGHT[layer] + uniform(own, place) * (HEIGHT[layer + 1] - HEIGHT[layer]);
      if (height < Math.exp(-0.5 * x * x)) {
        return (float) x;
      }
      long bits = Seeds.draw(Seeds.of(seed, stream + 1), place);
      layer = (int) bits & (LAYERS - 1);
      share = (int) (bits >> Integer.SIZE) * 0x1p-31f;
      if (Math.abs(share) < INNER[layer]) {
        return share * WIDTH[layer];
      }
    }
  }

  /** Marsaglia's way (1964): an exponential distribution's tail, thinned out. */
  private static float tail(long seed, long place) {
    for (int stream = 0; ; stream += 2) {
      double x = -Math.log(uniform(Seeds.of(seed, stream), place)) / TAIL;
      double y = -Math.log(uniform(Seeds.of(seed, stream + 1), place));
      if (y + y > x * x) {
        return (float) (TAIL + x);
      }
    }
  }

  /** In (0, 1). */
  private static double uniform(long seed, long place) {
    return ((Seeds.draw(seed, place) >>> 12) + 0.5) * 0x1p-52;
  }
}
