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
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Corruption;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Section;
import io.venturi.testing.Rows;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import io.venturi.testing.TestSpec;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training allocates nothing on the heap per step. */
class AllocationTest {

  private static final int WARM_UP = 200;

  /** Reads the counter after each step, and nothing else. */
  private static final class Meter implements TrainingListener {
    final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int steps;
    long atStart;
    long atEnd;

    @Override
    public void stepFinished(StepMetrics metrics) {
      steps++;
      if (steps == WARM_UP) {
        atStart = threads.getCurrentThreadAllocatedBytes();
      } else if (steps > WARM_UP) {
        atEnd = threads.getCurrentThreadAllocatedBytes();
      }
    }
  }

  private static final class AllHooks
      implements AutoencoderType, Corruption, CodeTransform, CodePenalty {

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
    public void corrupt(float[] values, int rows, int width, int firstRow, long seed) {
      values[0] = 0;
    }

    @Override
    public void forward(Tensor code, Tensor latent, int rows, long seed) {
      latent.copyFrom(code);
    }

    @Override
    public void backward(
        Tensor code, Tensor latentGradient, Tensor codeGradient, int rows, long seed) {
      codeGradient.copyFrom(latentGradient);
    }

    @Override
    public double penalise(Tensor code, Tensor gradient, int rows) {
      return 0.001;
    }
  }

  @ParameterizedTest
  @CsvSource({"32, 1, false", "400, 1, false", "400, 1, true", "400, 2, false"})
  void aStepAllocatesNothing(int batchSize, int threads, boolean hooks) {
    TestNetwork shape =
        TestNetwork.of(40)
            .encoder("wide", 60, new Relu())
            .bottleneck("code", 10, new Sigmoid())
            .decoder("widen", 60, new Relu())
            .decoder("out", 40, new Sigmoid());
    AutoencoderType[] types =
        hooks ? new AutoencoderType[] {new AllHooks()} : new AutoencoderType[0];
    requireLittle(() -> shape.build(1), batchSize, threads, types);
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
    requireLittle(
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
        1);
  }

  private static void requireLittle(
      Supplier<AssembledNetwork> network, int batchSize, int threads, AutoencoderType... types) {
    Meter meter = new Meter();
    new Trainer<>(TestSpec.of(network, new SquaredLoss(), types))
        .threads(threads)
        .batchSize(batchSize)
        .epochs(1)
        .listener(meter)
        .fit(Dataset.of(Rows.uniform((WARM_UP + 300) * batchSize, 40, 1)));
    long perStep = (meter.atEnd - meter.atStart) / (meter.steps - WARM_UP);
    assertThat(perStep).as("bytes a step").isLessThan(1024);
  }
}
