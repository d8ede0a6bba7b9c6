package io.venturi.benchmarks.peers.venturi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.benchmarks.peers.task.Effort;
import io.venturi.benchmarks.peers.task.Material;
import io.venturi.benchmarks.peers.task.Task;
import io.venturi.benchmarks.peers.task.Work;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.BernoulliLikelihood;
import io.venturi.variational.Variational;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VenturiTrainingTest {

  @TempDir private Path folder;

  /** {@link VariationalImages} with the divergence left out of what is trained. */
  @Variational(beta = 0)
  @BernoulliLikelihood
  @Autoencoder(input = 784)
  interface WithoutDivergence {
    @Encoder
    @Dense(units = 400, activation = Relu.class)
    Layer hidden();

    @Bottleneck
    @Dense(units = 20)
    Layer code();

    @Decoder
    @Dense(units = 400, activation = Relu.class)
    Layer unfolded();

    @Decoder
    @Dense(units = 784, activation = Sigmoid.class)
    Layer pixels();
  }

  @Test
  void whoLeavesOutTheDivergenceComesToAnotherLoss() {
    Work work = Work.VAE;
    Material material = new Material(work, folder);
    int trained = work.checkedSteps() * work.batch();
    int fixed = Material.count(work) - work.count();
    material.writeRows(new Preparation(work, material, null).rows(trained + fixed));
    VenturiTraining training = new VenturiTraining(new Task(work, material, Effort.QUICK, 2));

    double ours = training.check();
    double same = training.lossAfter(0, Trainers.of(work, WithoutDivergence.class));
    double without =
        training.lossAfter(work.checkedSteps(), Trainers.of(work, WithoutDivergence.class));

    assertThat(same).isEqualTo(training.lossAfter(0));
    assertThat(without).isNotCloseTo(ours, withPercentage(100 * work.tolerance()));
  }
}
