package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.venturi.data.Dataset;
import io.venturi.runtime.Venturi;
import io.venturi.train.StepMetrics;
import io.venturi.train.TrainingListener;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No loss, no noise and no missing value allocates in a step. */
class LossAllocationTest {

  private static final int WARM_UP = 300;
  private static final int STRETCH = 50;
  private static final int STRETCHES = 6;

  static List<Class<?>> specs() {
    return List.of(
        LossSpecs.AbsoluteSpec.class,
        LossSpecs.HuberSpec.class,
        LossSpecs.LogCoshSpec.class,
        LossSpecs.PoissonSpec.class,
        LossSpecs.CategoricalSpec.class,
        LossSpecs.CosineSpec.class,
        LossSpecs.SimilaritySpec.class,
        DenoisingTest.Everything.class,
        SparseSpecs.ManyShardsSpec.class,
        MissingValuesEndToEndTest.Masked.class);
  }

  /** On the caller's thread, which is the only one. */
  private static final class Meter implements TrainingListener {
    final ThreadMXBean counters = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    final long[] bytes = new long[STRETCHES + 1];
    int steps;

    @Override
    public void stepFinished(StepMetrics metrics) {
      steps++;
      if (steps >= WARM_UP && (steps - WARM_UP) % STRETCH == 0) {
        int stretch = (steps - WARM_UP) / STRETCH;
        if (stretch <= STRETCHES) {
          bytes[stretch] = counters.getThreadAllocatedBytes(Thread.currentThread().getId());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void aStepAllocatesNothing(Class<?> spec) {
    int width = VENTURI.trainer(spec).objective(7).network().description().inputs();
    boolean gaps = spec == MissingValuesEndToEndTest.Masked.class;
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[(WARM_UP + STRETCH * STRETCHES) * 32][width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = gaps && i == 3 ? Float.NaN : (float) random.nextDouble();
      }
    }
    Meter meter = new Meter();

    VENTURI
        .trainer(spec)
        .epochs(1)
        .batchSize(32)
        .threads(1)
        .listener(meter)
        .fit(Dataset.of(rows))
        .model()
        .close();

    long least = Long.MAX_VALUE;
    for (int i = 0; i < STRETCHES; i++) {
      least = Math.min(least, meter.bytes[i + 1] - meter.bytes[i]);
    }
    assertThat(meter.bytes[0]).isPositive();
    assertThat(least).as("bytes in %d steps", STRETCH).isZero();
  }

  private static final Venturi VENTURI = Venturi.create();
}
