package io.venturi.train;

/** Seeds of streams that have nothing to do with one another, made of one seed. */
final class Seeds {

  private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

  private Seeds() {}

  /** The seed of the stream with this number: the finalizer of SplitMix64 (Steele et al., 2014). */
  static long of(long seed, int stream) {
    long z = seed + GOLDEN * (stream + 1L);
    z = (z ^ (z >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return z ^ (z >>> 31);
  }
}
