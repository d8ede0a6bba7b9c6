package io.venturi.benchmarks.peers.venturi;

import io.venturi.benchmarks.FashionAutoencoder;
import io.venturi.benchmarks.SmallTable;
import io.venturi.benchmarks.peers.task.Work;
import io.venturi.data.Dataset;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import io.venturi.train.Trainer;
import java.util.Arrays;

/** Trainers as users write them, with what all contenders agree on. */
final class Trainers {

  private static final long SEED = 42;

  private Trainers() {}

  /** A trainer whose starting weights are the same every time. */
  static Trainer<?> of(Work work) {
    return of(work, spec(work));
  }

  /** The same of another spec. */
  static Trainer<?> of(Work work, Class<?> spec) {
    return Venturi.create()
        .trainer(spec)
        .seed(SEED)
        .batchSize(work.batch())
        .optimizer(new Adam(1e-3));
  }

  /** The first rows of those of a work. */
  static Dataset first(float[] rows, int count, Work work) {
    int width = work.inputs();
    return Dataset.ofFlat(
        count * width == rows.length ? rows : Arrays.copyOf(rows, count * width), width);
  }

  private static Class<?> spec(Work work) {
    return switch (work) {
      case DENSE, ROW_DENSE, ENCODE -> FashionAutoencoder.class;
      case TABULAR, ROW_TABULAR -> SmallTable.class;
      case CONV -> ConvolutionalImages.class;
      case CONV_UPSAMPLING -> UpsamplingImages.class;
      case VAE -> VariationalImages.class;
    };
  }
}
