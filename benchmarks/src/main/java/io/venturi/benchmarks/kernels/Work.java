package io.venturi.benchmarks.kernels;

import io.venturi.benchmarks.FashionAutoencoder;
import io.venturi.benchmarks.SmallTable;
import io.venturi.data.Dataset;
import io.venturi.samples.datasets.FashionMnist;
import java.util.SplittableRandom;

/** What is trained and used: a spec, its rows, its batch. */
public enum Work {
  /** The quickstart's spec on 60,000 images. */
  DENSE(FashionAutoencoder.class, 784, 32, 256) {
    @Override
    Dataset rows() {
      return images();
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

  private static final int IMAGES = 60_000;

  final Class<?> spec;
  final int width;
  final int codes;
  final int batch;

  Work(Class<?> spec, int width, int codes, int batch) {
    this.spec = spec;
    this.width = width;
    this.codes = codes;
    this.batch = batch;
  }

  /** Rows to train on: more than fit into the processor's caches. */
  abstract Dataset rows();

  /** The bundled images over and over, each in memory of its own. */
  static Dataset images() {
    Dataset images = FashionMnist.train();
    float[] values = new float[IMAGES * images.width()];
    for (int row = 0; row < IMAGES; row++) {
      images.read(row % images.size(), values, row * images.width());
    }
    return Dataset.ofFlat(values, images.width());
  }
}
