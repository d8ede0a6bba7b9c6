package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.venturi.data.Dataset;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tensor;
import io.venturi.layer.BatchNormalizationKernel;
import io.venturi.layer.DenseKernel;
import io.venturi.layer.DropoutKernel;
import io.venturi.layer.LayerNormalizationKernel;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodeMonitor;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Corruption;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.RowWeighting;
import io.venturi.spi.Scratch;
import io.venturi.spi.Section;
import io.venturi.spi.StepContext;
import io.venturi.testing.Rows;
import io.venturi.testing.SquaredJacobian;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import io.venturi.testing.TestSpec;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Training allocates nothing on the heap per step, on no thread. */
class AllocationTest {

  private static final int WARM_UP = 200;

  /** Steps that are measured together, and how often. */
  private static final int STRETCH = 100;

  private static final int STRETCHES = 5;

  /** Reads the counters of the training's threads now and then, and does nothing in between. */
  private static final class Meter implements TrainingListener {
    final ThreadMXBean counters = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    final Set<Thread> before = Thread.getAllStackTraces().keySet();
    final long[][] bytes = new long[STRETCHES + 1][];
    int steps;
    long[] ids = {};

    @Override
    public void stepFinished(StepMetrics metrics) {
      steps++;
      if (steps == WARM_UP) {
        ids = threads();
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = new long[ids.length];
          read(bytes[i]); // Once more, so that the first time of everything is over.
        }
      }
      if (steps >= WARM_UP && (steps - WARM_UP) % STRETCH == 0) {
        read(bytes[(steps - WARM_UP) / STRETCH]);
      }
    }

    /** The caller's, and those of the helpers that came with this training. */
    private long[] threads() {
      return LongStream.concat(
              LongStream.of(Thread.currentThread().getId()),
              Thread.getAllStackTraces().keySet().stream()
                  .filter(thread -> thread.getName().startsWith("venturi-worker-"))
                  .filter(thread -> !before.contains(thread))
                  .mapToLong(Thread::getId))
          .toArray();
    }

    private void read(long[] into) {
      for (int i = 0; i < ids.length; i++) {
        into[i] = counters.getThreadAllocatedBytes(ids[i]);
      }
    }
  }

  private static final class AllHooks
      implements AutoencoderType, Corruption, CodeTransform, CodePenalty, RowWeighting {

    @Override
    public Optional<Corruption> corruption() {
      return Optional.of(this);
    }

    @Override
    public Optional<CodeTransform> codeTransform() {
      return Optional.of(this);
    }

    @Override
    public Optional<CodePenalty> codePenalty() {
      return Optional.of(this);
    }

    @Override
    public Optional<RowWeighting> rowWeighting() {
      return Optional.of(this);
    }

    @Override
    public void weigh(float[] rowLoss, float[] weights, int rows, BatchContext step) {
      Arrays.fill(weights, 0, rows, 1f);
      step.report("weighed", rows);
    }

    @Override
    public void corrupt(float[] values, int rows, int width, int firstRow, StepContext step) {
      values[0] = (float) (step.part(1).seed() % 2);
    }

    @Override
    public void forward(Tensor code, Tensor latent, int rows, BatchContext step) {
      code.read(0, step.scratch().floats(1, code.size()), code.size());
      latent.write(0, step.scratch().floats(1, code.size()), code.size());
    }

    @Override
    public void backward(
        Tensor code, Tensor latentGradient, Tensor codeGradient, int rows, BatchContext step) {
      codeGradient.copyFrom(latentGradient);
    }

    @Override
    public void inUse(Tensor code, Tensor latent, int rows, Scratch scratch) {
      latent.copyFrom(code);
    }

    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public double penalise(Tensor code, Tensor gradient, int rows, BatchContext step) {
      step.report("progress", step.epochs());
      return step.scratch().doubles(0, rows)[0] + 0.001;
    }

    @Override
    public Optional<CodeMonitor> codeMonitor() {
      return Optional.of(
          new CodeMonitor() {
            private int seen;

            @Override
            public void observe(Tensor code, int rows) {
              seen += rows;
            }

            @Override
            public void report(Findings findings) {
              findings.figure("seen", seen);
            }
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"32, 1, false", "400, 1, false", "400, 1, true", "400, 2, false"})
  void aStepAllocatesNothing(int batchSize, int threads, boolean hooks) {
    AutoencoderType[] types =
        hooks ? new AutoencoderType[] {new AllHooks()} : new AutoencoderType[0];
    requireNothing(trainer(network(), batchSize, threads, types), batchSize, threads);
  }

  @ParameterizedTest
  @CsvSource({"0, 400, 1", "2, 400, 2"})
  void penaltiesOnTheJacobianAllocateNothing(int samples, int batchSize, int threads) {
    SquaredJacobian penalty = new SquaredJacobian(0.1, samples);
    requireNothing(trainer(network(), batchSize, threads, penalty), batchSize, threads);
  }

  @Test
  void normalizationAndDropoutAllocateNothing() {
    NetworkDescription description =
        NetworkDescription.builder("io.venturi.testing.Any", 40)
            .layer(Section.ENCODER, "normed", "Norm", 40, 40, Map.of())
            .layer(Section.ENCODER, "dropped", "Dropout", 40, 40, Map.of())
            .layer(Section.BOTTLENECK, "code", "Dense", 40, 10, Map.of())
            .layer(Section.DECODER, "out", "Dense", 10, 40, Map.of())
            .layer(Section.DECODER, "outNormed", "Norm", 40, 40, Map.of())
            .build();
    requireNothing(
        trainer(
            () ->
                new AssembledNetwork(
                    description,
                    List.of(
                        new BatchNormalizationKernel(40, 64, 0.9, 1e-5, new Relu()),
                        new DropoutKernel(40, 0.2),
                        new DenseKernel(40, 10, new Sigmoid(), new GlorotUniform()),
                        new DenseKernel(10, 40, new Relu(), new GlorotUniform()),
                        new LayerNormalizationKernel(40, 1e-5, new Linear())),
                    new Sigmoid()),
            400,
            1),
        400,
        1);
  }

  /** Those whose formulas ask for powers, exponentials and cosines, and those that do not. */
  static List<Schedule> schedules() {
    return List.of(
        Schedules.constant(),
        Schedules.cosine(0.1),
        Schedules.step(1, 0.5),
        Schedules.exponential(0.9),
        Schedules.warmUp(0.5).then(Schedules.cosine()).times(Schedules.step(2, 0.1)));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void noScheduleAllocates(Schedule schedule) {
    Schedule late = (epoch, epochs) -> schedule.factor(epoch + 2, 3);
    requireNothing(trainer(network(), 32, 2).schedule(late), 32, 1);
  }

  static List<Optimizer> optimizers() {
    return List.of(
        new Adam(1e-3), new AdamW(1e-3, 0.1), new Sgd(0.1, 0.9, true), new RmsProp(1e-3));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void noOptimizerAllocates(Optimizer optimizer) {
    requireNothing(
        trainer(network(), 400, 2).optimizer(optimizer).clipping(GradientClipping.byNorm(0.1)),
        400,
        2);
  }

  @Test
  void weightsOfFeaturesAllocateNothing() {
    float[] weights = new float[40];
    for (int i = 0; i < 40; i++) {
      weights[i] = i;
    }
    requireNothing(trainer(network(), 400, 2).featureWeights(weights), 400, 2);
  }

  private static Supplier<AssembledNetwork> network() {
    TestNetwork shape =
        TestNetwork.of(40)
            .encoder("wide", 60, new Relu())
            .bottleneck("code", 10, new Sigmoid())
            .decoder("widen", 60, new Relu())
            .decoder("out", 40, new Sigmoid());
    return () -> shape.build(1);
  }

  private static Trainer<Object> trainer(
      Supplier<AssembledNetwork> network, int batchSize, int threads, AutoencoderType... types) {
    return new Trainer<>(TestSpec.of(network, new SquaredLoss(), types))
        .threads(threads)
        .batchSize(batchSize)
        .epochs(1);
  }

  /**
   * To the byte, on each thread, within an epoch. A step that allocates shows in every stretch;
   * what the virtual machine makes now and then, where it throws compiled code away, does not.
   */
  private static void requireNothing(Trainer<?> trainer, int batchSize, int workers) {
    Meter meter = new Meter();
    int steps = WARM_UP + STRETCHES * STRETCH;
    trainer.listener(meter).fit(Dataset.of(Rows.uniform(steps * batchSize, 40, 1)));
    assertThat(meter.ids).hasSize(workers);
    assertThat(meter.bytes[0][0]).as("the caller's bytes so far").isPositive();
    long[][] grown = new long[STRETCHES][workers];
    for (int i = 0; i < STRETCHES; i++) {
      for (int thread = 0; thread < workers; thread++) {
        grown[i][thread] = meter.bytes[i + 1][thread] - meter.bytes[i][thread];
      }
    }
    assertThat((Object[]) grown)
        .as("bytes of each thread in %d steps", STRETCH)
        .contains(new long[workers]);
  }
}
