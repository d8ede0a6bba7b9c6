package io.venturi.benchmarks.kernels;

import io.venturi.benchmarks.FashionAutoencoder;
import io.venturi.benchmarks.Images;
import io.venturi.benchmarks.SmallTable;
import io.venturi.data.Dataset;
import java.util.SplittableRandom;

/** What is trained and used: a spec, its rows, its batch. */
public enum Subject {
  /** The quickstart's spec on 60,000 images. */
  DENSE(FashionAutoencoder.class, 784, 32, 256) {
    @Override
    Dataset rows() {
      return Images.bundled();
    }
  },

  /** The size of most anomaly detection: 30-16-8-16-30 on 100,000 made-up rows. */
  TABULAR(SmallTable.class, 30, 8, 32) {
    @Override
    Dataset rows() {
      SplittableRandom random = new SplittableRandom(1);
      float[] values = new float[100_000 * width];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextDouble();
      }
      return Dataset.ofFlat(values, width);
    }
  };

  final Class<?> spec;
  final int width;
  final int codes;
  final int batch;

  Subject(Class<?> spec, int width, int codes, int batch) {
    this.spec = spec;
    this.width = width;
    this.codes = codes;
    this.batch = batch;
  }

  /** Rows to train on: more than fit into the processor's caches. */
  abstract Dataset rows();
}
