package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.data.Dataset;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.BernoulliLikelihood;
import io.venturi.losses.MeanSquaredError;
import io.venturi.model.Inference;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.testkit.AllocationMeter;
import io.venturi.variational.Variational;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks of the sizes that are used, as they are trained and used: a step on two threads and a
 * row through the model put nothing on the heap. Conformance tests hold this of steps on one thread
 * for every kind of layer, loss and type.
 */
class NoAllocationTest {

  private static final int DIFFERENT = 256;
  private static final int WARM_UP = 2000;
  private static final int STRETCH = 1000;
  private static final int STRETCHES = 5;

  /** The quickstart's network. */
  @Autoencoder(input = 784, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Wide {
    @Encoder
    @Dense(units = 256, activation = Relu.class)
    Layer wide();

    @Encoder
    @Dense(units = 128, activation = Relu.class)
    Layer narrow();

    @Bottleneck
    @Dense(units = 32, activation = Relu.class)
    Layer code();
  }

  /** Of a table's size. */
  @Autoencoder(input = 30, decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  interface Small {
    @Encoder
    @Dense(units = 16, activation = Relu.class)
    Layer narrow();

    @Bottleneck
    @Dense(units = 8, activation = Relu.class)
    Layer code();
  }

  /** With twice as many numbers as units in the code, and draws in training. */
  @Autoencoder(input = 196, decoder = @Mirrored(output = Sigmoid.class))
  @BernoulliLikelihood
  @Variational
  interface Drawn {
    @Encoder
    @Dense(units = 100, activation = Relu.class)
    Layer narrow();

    @Bottleneck
    @Dense(units = 10)
    Layer code();
  }

  static List<Arguments> networks() {
    return List.of(
        arguments(Wide.class, 784, 32, 64),
        arguments(Small.class, 30, 8, 32),
        arguments(Drawn.class, 196, 10, 64),
        arguments(ImageSpecs.ManyShards.class, 192, 8, 64));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aStepPutsNothingOnTheHeap(Class<?> spec, int width, int codes, int batch) {
    AllocationMeter meter = new AllocationMeter();

    Venturi.create()
        .trainer(spec)
        .epochs(1)
        .batchSize(batch)
        .threads(2)
        .listener(meter)
        .fit(rows(width, AllocationMeter.STEPS * batch))
        .model()
        .close();

    assertThat(meter.bytesPerStep()).isZero();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aRowPutsNothingOnTheHeap(Class<?> spec, int width, int codes, int batch) {
    try (Model<?> model =
        Venturi.create().trainer(spec).epochs(1).fit(rows(width, DIFFERENT)).model()) {
      Use use = new Use(model.inference(), different(width), codes);

      assertThat(use.bytes(use::encode)).as("bytes of %d codes", STRETCH).isZero();
      assertThat(use.bytes(use::reconstruct)).as("of %d reconstructions", STRETCH).isZero();
      assertThat(use.bytes(use::score)).as("of %d scores", STRETCH).isZero();
      assertThat(use.sum).as("sum of scores").isPositive();
    }
  }

  /** So many rows of which a few differ, so that they take little memory. */
  private static Dataset rows(int width, int count) {
    int[] chosen = IntStream.range(0, count).map(row -> row % DIFFERENT).toArray();
    return Dataset.of(different(width)).select(chosen);
  }

  private static float[][] different(int width) {
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[DIFFERENT][width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) random.nextDouble();
      }
    }
    return rows;
  }

  /** One row of the model after another, into the same arrays. */
  private static final class Use {

    private final ThreadMXBean counters = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long[] bytes = new long[STRETCHES + 1];
    private final Inference inference;
    private final float[][] rows;
    private final float[] code;
    private final float[] row;
    private double sum;

    Use(Inference inference, float[][] rows, int codes) {
      this.inference = inference;
      this.rows = rows;
      this.code = new float[codes];
      this.row = new float[rows[0].length];
    }

    void encode(int number) {
      inference.encode(rows[number % DIFFERENT], code);
    }

    void reconstruct(int number) {
      inference.reconstruct(rows[number % DIFFERENT], row);
    }

    void score(int number) {
      sum += inference.score(rows[number % DIFFERENT]);
    }

    /**
     * What a stretch of calls allocates. A call that does shows in every one; what the virtual
     * machine makes now and then, where it throws compiled code away, is not in the least.
     */
    long bytes(Call call) {
      repeat(call, WARM_UP);
      Arrays.fill(bytes, allocated()); // Twice, so that the first time of it is over.
      bytes[0] = allocated();
      for (int stretch = 1; stretch <= STRETCHES; stretch++) {
        repeat(call, STRETCH);
        bytes[stretch] = allocated();
      }
      return IntStream.rangeClosed(1, STRETCHES)
          .mapToLong(i -> bytes[i] - bytes[i - 1])
          .min()
          .orElseThrow();
    }

    private static void repeat(Call call, int times) {
      for (int i = 0; i < times; i++) {
        call.of(i);
      }
    }

    private long allocated() {
      return counters.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
  }

  private interface Call {
    void of(int number);
  }
}
