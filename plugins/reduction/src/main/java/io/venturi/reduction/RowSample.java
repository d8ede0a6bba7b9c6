package io.venturi.reduction;

import io.venturi.data.Dataset;
import io.venturi.data.Shuffle;
import java.util.Arrays;

/** Which rows neighbourhoods are looked at in. */
final class RowSample {

  private RowSample() {}

  /** All of them, or as many as the options say, drawn by their seed, in the data's order. */
  static int[] of(Dataset data, ComparisonOptions options) {
    int[] order = Shuffle.permutation(data.size(), options.seed());
    int[] drawn = Arrays.copyOf(order, Math.min(order.length, options.neighbourhoodRows()));
    Arrays.sort(drawn);
    return drawn;
  }
}
