package io.venturi.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.annotation.Layer;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Section;
import io.venturi.spi.WorkspaceMemory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DropoutKernelTest {

  private static final int WIDTH = 500;

  /** Dropout right at the input, of ones. */
  private static AssembledNetwork network(double rate) {
    NetworkDescription description =
        NetworkDescription.builder("io.venturi.testing.Any", WIDTH)
            .layer(Section.BOTTLENECK, "drop", "Dropout", WIDTH, WIDTH, Map.of())
            .layer(Section.DECODER, "out", "Dense", WIDTH, WIDTH, Map.of())
            .build();
    return new AssembledNetwork(
        description,
        List.of(
            new DropoutKernel(WIDTH, rate),
            new DenseKernel(WIDTH, WIDTH, new Linear(), new GlorotUniform())),
        new Linear());
  }

  private static float[] code(AssembledNetwork network, int rows, long seed, int firstRow) {
    Activations code = new Activations(Tensor.allocate(rows, WIDTH), Tensor.allocate(rows, WIDTH));
    AssembledNetwork.Workspace w =
        network.workspace(
            WorkspaceMemory.forTraining(
                WIDTH,
                false,
                code,
                code,
                Tensor.allocate(1, network.parameters().size()),
                Tensor.allocate(1, 0)));
    w.rows(rows);
    w.training(seed, firstRow);
    float[] ones = new float[rows * WIDTH];
    Arrays.fill(ones, 1);
    w.input.value().write(0, ones, ones.length);
    network.encode(w);
    return code.value().toArray();
  }

  @Test
  void dropsTheShareAndKeepsTheMean() {
    float[] code = code(network(0.3), 200, 1, 0);
    int dropped = 0;
    double sum = 0;
    for (float value : code) {
      dropped += value == 0 ? 1 : 0;
      sum += value;
      assertThat(value == 0 || value == (float) (1 / 0.7)).isTrue();
    }
    double error = 4 * Math.sqrt(0.3 * 0.7 / code.length);
    assertThat((double) dropped / code.length).isCloseTo(0.3, within(error));
    assertThat(sum / code.length).isCloseTo(1, within(2 * error));
  }

  /** The same row of a batch gets the same mask in any shard; another seed gives another mask. */
  @Test
  void dependsOnTheRowsPlaceInTheBatchAlone() {
    float[] whole = code(network(0.5), 10, 7, 0);
    float[] part = code(network(0.5), 4, 7, 6);
    assertThat(part).isEqualTo(Arrays.copyOfRange(whole, 6 * WIDTH, 10 * WIDTH));
    assertThat(code(network(0.5), 10, 8, 0)).isNotEqualTo(whole);
    assertThat(Arrays.copyOfRange(whole, 0, WIDTH))
        .isNotEqualTo(Arrays.copyOfRange(whole, WIDTH, 2 * WIDTH));
  }

  @Test
  void letsEverythingThroughInUse() {
    AssembledNetwork network = network(0.5);
    AssembledNetwork.Workspace w =
        network.workspace(WorkspaceMemory.forInference(3, network.description(), false));
    w.rows(2);
    float[] row = new float[WIDTH];
    Arrays.fill(row, 0.25f);
    w.input.value().write(0, row, WIDTH);
    network.encode(w);
    assertThat(Arrays.copyOf(w.code().value().toArray(), WIDTH)).isEqualTo(row);
  }

  @Test
  void hasNoWeightsToShow() {
    Layer layer = network(0.25).parameters().layer(0, "quiet");
    assertThat(layer).hasToString("quiet: dropout 500, rate 0.25");
    assertThat(layer.blocks()).isEmpty();
    assertThat(layer.weights()).isEmpty();
    assertThat(layer.biases()).isEmpty();
  }

  /** A rate that rounds to 1 still keeps a value now and then, and nothing is divided by zero. */
  @Test
  void theLargestRateDividesByNoZero() {
    for (float value : code(network(Math.nextDown(1.0)), 20, 1, 0)) {
      assertThat(value).isFinite();
    }
  }
}
