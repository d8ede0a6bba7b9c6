package io.venturi.benchmarks;

import io.venturi.data.Dataset;
import io.venturi.samples.datasets.FashionMnist;

/** Images to train on: more than fit into the processor's caches. */
public final class Images {

  private static final int COUNT = 60_000;

  private Images() {}

  /** As many as a full data set has: the bundled ones over and over, each in its own memory. */
  public static Dataset bundled() {
    Dataset images = FashionMnist.train();
    return Dataset.ofFlat(repeated(images, COUNT), images.width());
  }

  /** So many rows of a data set, one after another, from its first row again after its last. */
  public static float[] repeated(Dataset rows, int count) {
    int width = rows.width();
    float[] values = new float[count * width];
    for (int row = 0; row < count; row++) {
      rows.read(row % rows.size(), values, row * width);
    }
    return values;
  }
}
