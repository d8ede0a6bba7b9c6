package io.venturi.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.benchmarks.peers.task.Effort;
import io.venturi.benchmarks.peers.task.Material;
import io.venturi.benchmarks.peers.task.Task;
import io.venturi.benchmarks.peers.task.Work;
import io.venturi.benchmarks.peers.venturi.Preparation;
import io.venturi.benchmarks.peers.venturi.VenturiTraining;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Losses are compared after so many steps that they tell who has made fewer. */
class WrongTrainingTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Work.class,
      names = {"DENSE", "TABULAR", "CONV", "CONV_UPSAMPLING", "VAE"})
  void whoDoesLessIsWrong(Work work) {
    Material material = new Material(work, folder);
    int trained = work.checkedSteps() * work.batch();
    int fixed = Material.count(work) - work.count();
    material.writeRows(new Preparation(work, material, null).rows(trained + fixed));
    VenturiTraining training = new VenturiTraining(new Task(work, material, Effort.QUICK, 2));
    double ours = training.check();
    Agreement agreement = new Agreement(work, ours);

    assertThat(agreement.fault(ours)).isEmpty();
    assertThat(agreement.fault(training.lossAfter(0))).as("no step").isPresent();
    assertThat(agreement.fault(training.lossAfter(work.checkedSteps() / 2)))
        .as("half the steps")
        .isPresent();
  }
}
