package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Seeds;
import io.venturi.kernel.Tanh;
import io.venturi.kernel.Tensor;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Corruption;
import io.venturi.spi.JacobianPenalty;
import io.venturi.spi.RowWeighting;
import io.venturi.spi.Scratch;
import io.venturi.spi.StepContext;
import io.venturi.testing.Rows;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import io.venturi.testing.TestSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What hooks are told of their steps, and what they work with. */
class HookContextTest {

  private static final Dataset ROWS = Dataset.of(Rows.uniform(70, 6, 1));
  private static final Dataset HELD = Dataset.of(Rows.uniform(21, 6, 2));

  private static final TestNetwork SHAPE =
      TestNetwork.of(6).bottleneck("code", 3, new Tanh()).decoder("out", 6, new Linear());

  private static History train(AutoencoderType... types) {
    return new Trainer<>(TestSpec.of(() -> SHAPE.build(1), new SquaredLoss(), types))
        .batchSize(30)
        .epochs(2)
        .validation(HELD)
        .fit(ROWS)
        .history();
  }

  /** Leaves out rows from the second epoch on, and says how many. */
  private static final class LateTrimming implements AutoencoderType, RowWeighting {

    final Set<Long> seeds = new HashSet<>();

    @Override
    public Optional<RowWeighting> rowWeighting() {
      return Optional.of(this);
    }

    @Override
    public void weigh(float[] rowLoss, float[] weights, int rows, BatchContext step) {
      Arrays.fill(weights, 0, rows, 1f);
      int left = step.epochs() < 1 ? 0 : rows / 10;
      Arrays.fill(weights, 0, left, 0f);
      step.report("trimmed", left);
      seeds.add(step.seed());
    }
  }

  @Test
  void thoseThatWeighRowsKnowTheirStepAndReport() {
    LateTrimming type = new LateTrimming();
    History history = train(type);

    assertThat(history.epochs().get(0).figures()).containsEntry("trimmed", 0.0);
    // 3, 3 and 1 of 30, 30 and 10 rows.
    assertThat(history.last().figures().get("trimmed")).isCloseTo(190 / 70.0, within(1e-12));
    assertThat(history.last().validationFigures()).doesNotContainKey("trimmed");
    assertThat(type.seeds).as("one a step").hasSize(6);
  }

  /** One direction, the sum of the code; what is counted rises with the epochs. */
  private static final class WarmedUp implements AutoencoderType, JacobianPenalty {

    final List<Long> directed = new ArrayList<>();
    final List<Long> penalised = new ArrayList<>();

    @Override
    public Optional<JacobianPenalty> jacobianPenalty() {
      return Optional.of(this);
    }

    @Override
    public String name() {
      return "contraction";
    }

    @Override
    public int directions(int codes) {
      return 1;
    }

    @Override
    public void direction(
        float[] v, int rows, int codes, int firstRow, int number, StepContext step) {
      Arrays.fill(v, 0, rows * codes, 1f);
      directed.add(step.seed());
    }

    @Override
    public double penalise(
        float[] products, int rows, int inputs, int codes, float scale, StepContext step) {
      Arrays.fill(products, 0, rows * inputs, 0f);
      penalised.add(step.seed());
      return step.isTraining() ? rows * Math.floor(step.epochs()) : rows * 5;
    }
  }

  @Test
  void aPenaltyOnTheJacobianCanBeWarmedUp() {
    WarmedUp type = new WarmedUp();
    History history = train(type);

    assertThat(history.epochs().get(0).figures()).containsEntry("contraction", 0.0);
    assertThat(history.last().figures()).containsEntry("contraction", 1.0);
    assertThat(history.last().validationFigures()).containsEntry("contraction", 5.0);
    assertThat(type.penalised).isEqualTo(type.directed);
  }

  /** Notes the parts of its steps. */
  private static final class InParts implements AutoencoderType, Corruption {

    final Set<StepContext> parts = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public Optional<Corruption> corruption() {
      return Optional.of(this);
    }

    @Override
    public void corrupt(float[] values, int rows, int width, int firstRow, StepContext step) {
      for (int i = 0; i < 3; i++) {
        StepContext part = step.part(i);
        assertThat(part.seed()).isEqualTo(Seeds.of(step.seed(), i));
        assertThat(part.epochs()).isEqualTo(step.epochs());
        assertThat(part.steps()).isEqualTo(step.steps());
        assertThat(part.isTraining()).isEqualTo(step.isTraining());
        parts.add(part);
      }
    }
  }

  @Test
  void partsOfAStepDifferBySeedAloneAndAreMadeOnce() {
    InParts type = new InParts();
    train(type);
    assertThat(type.parts).as("one shard").hasSize(3);

    type.corrupt(new float[6], 1, 6, 0, StepContext.outsideTraining(4));
  }

  /** Counts in its scratch how often it was called. */
  private static final class Counting implements AutoencoderType, CodeTransform, CodePenalty {

    final List<Scratch> ofTransform = new ArrayList<>();
    final List<Scratch> ofPenalty = new ArrayList<>();
    float steps;

    @Override
    public Optional<CodeTransform> codeTransform() {
      return Optional.of(this);
    }

    @Override
    public Optional<CodePenalty> codePenalty() {
      return Optional.of(this);
    }

    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public void forward(Tensor code, Tensor latent, int rows, BatchContext step) {
      latent.copyFrom(code);
      ofTransform.add(step.scratch());
      if (step.isTraining()) {
        steps++;
        step.scratch().floats(0, 1)[0] = steps;
      }
    }

    @Override
    public void backward(
        Tensor code, Tensor latentGradient, Tensor codeGradient, int rows, BatchContext step) {
      codeGradient.copyFrom(latentGradient);
      assertThat(step.scratch().floats(0, 1)[0]).isEqualTo(steps);
    }

    @Override
    public void inUse(Tensor code, Tensor latent, int rows, Scratch scratch) {
      latent.copyFrom(code);
      scratch.floats(0, 1)[0] = -1;
    }

    @Override
    public double penalise(Tensor code, Tensor gradient, int rows, BatchContext step) {
      ofPenalty.add(step.scratch());
      return 0;
    }
  }

  @Test
  void scratchIsAHooksOwnAndLasts() {
    Counting type = new Counting();
    train(type);

    assertThat(type.steps).isEqualTo(6);
    assertThat(type.ofTransform.subList(0, 3)).containsOnly(type.ofTransform.get(0));
    assertThat(type.ofPenalty.subList(0, 3)).containsOnly(type.ofPenalty.get(0));
    assertThat(type.ofPenalty.get(0)).isNotSameAs(type.ofTransform.get(0));
  }
}
