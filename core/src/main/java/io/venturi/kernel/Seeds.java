package io.venturi.kernel;

/**
 * Random streams that have nothing to do with one another, made of one seed by the finalizer of
 * SplitMix64 (Steele, Lea and Flood, 2014). They have no state, so that what is drawn for a row
 * depends on the row alone and not on the thread that draws it or on what was drawn before.
 */
public final class Seeds {

  private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

  private Seeds() {}

  /** The seed of the stream with this number. */
  public static long of(long seed, int stream) {
    return draw(seed, stream);
  }

  /**
   * The 64 random bits at a place of a stream.
   *
   * @param seed of the stream
   * @param place such as the number of the value in the batch
   */
  public static long draw(long seed, long place) {
    long z = seed + GOLDEN * (place + 1L);
    z = (z ^ (z >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return z ^ (z >>> 31);
  }
}
