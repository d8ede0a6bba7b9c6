package io.venturi.compression;

/**
 * One number of a code as one of a few levels: {@code centre + (lowest + index) · step}, with
 * indices from 0. A level lies at the mean, so a number that gets one level alone is decoded as its
 * mean.
 *
 * @param levels from 1 to 256
 * @param centre where index {@code -lowest} lies
 * @param step the distance of levels, above 0
 * @param lowest how many steps the lowest level is from the centre
 */
record Quantiser(int levels, float centre, float step, int lowest) {

  /** For each number of a code. */
  static Quantiser[] of(CodeStatistics codes, Quantisation quantisation) {
    int size = codes.mean().length;
    double widest = 0;
    for (int j = 0; j < size; j++) {
      widest = Math.max(widest, range(codes, j) * Math.sqrt(codes.response()[j]));
    }
    Quantiser[] quantisers = new Quantiser[size];
    for (int j = 0; j < size; j++) {
      double step = widest / quantisation.steps() / Math.sqrt(codes.response()[j]);
      quantisers[j] = of(codes.mean()[j], codes.lowest()[j], codes.highest()[j], (float) step);
    }
    return quantisers;
  }

  private static double range(CodeStatistics codes, int j) {
    return codes.highest()[j] - codes.lowest()[j];
  }

  private static Quantiser of(double mean, double low, double high, float step) {
    float centre = (float) mean;
    // Infinite, or NaN, where the decoder does not answer.
    if (!(step >= Float.MIN_NORMAL && step <= Float.MAX_VALUE)) {
      return new Quantiser(1, centre, 1, 0);
    }
    int lowest = (int) Math.rint((low - centre) / step);
    int highest = (int) Math.rint((high - centre) / step);
    int levels = Math.min(Quantisation.MOST_LEVELS, highest - lowest + 1);
    return levels == 1 && lowest == 0
        ? new Quantiser(1, centre, 1, 0)
        : new Quantiser(levels, centre, step, lowest);
  }

  int index(float number) {
    int index = (int) Math.rint(((double) number - centre) / step) - lowest;
    return Math.max(0, Math.min(levels - 1, index));
  }

  float number(int index) {
    return (float) (centre + (double) (lowest + index) * step);
  }
}
