package io.venturi.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.annotation.Layer;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.kernel.Tiles;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.Parameters;
import io.venturi.spi.Section;
import io.venturi.spi.WorkspaceMemory;
import io.venturi.testing.DoubleNetwork;
import io.venturi.testing.Rows;
import io.venturi.testing.TestNetwork;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DenseKernelTest {

  private static DenseKernel dense(int inputs, int outputs) {
    return new DenseKernel(inputs, outputs, new Tanh(), new GlorotUniform());
  }

  /** Rows that are longer than a tile, and fewer rows than there is room for. */
  @Test
  void layersMayBeWiderThanATile() {
    TestNetwork shape =
        TestNetwork.of(3)
            .encoder("huge", Tiles.SIZE + 5, new Tanh())
            .bottleneck("code", 2, new Sigmoid())
            .decoder("odd", Tiles.SIZE / 2 + 1, new Linear())
            .decoder("out", 3, new Tanh());
    AssembledNetwork network = shape.build(1);
    float[] parameters = network.parameters().values().toArray();
    float[][] rows = Rows.uniform(5, 3, 4);
    AssembledNetwork.Workspace w =
        network.workspace(WorkspaceMemory.forInference(7, network.description(), false));
    w.rows(5);
    for (int r = 0; r < 5; r++) {
      w.input.value().write(r * 3, rows[r], 3);
    }
    network.encode(w);
    network.decode(w);
    float[] output = w.output().value().toArray();
    new Tanh().apply(output, output.length);
    DoubleNetwork.Pass expected =
        shape
            .inDouble()
            .forward(
                IntStream.range(0, parameters.length).mapToDouble(i -> parameters[i]).toArray(),
                rows,
                UnaryOperator.identity());
    for (int r = 0; r < 5; r++) {
      for (int i = 0; i < 3; i++) {
        assertThat((double) output[r * 3 + i])
            .isCloseTo(expected.outputs().get(r)[i], within(2e-5));
      }
      assertThat((double) w.code().value().toArray()[r * 2])
          .isCloseTo(expected.codes().get(r)[0], within(2e-5));
    }
    // Rows that are not in use stay as they are.
    assertThat(w.code().value().toArray()).endsWith(0f, 0f, 0f, 0f);
  }

  @Test
  void aWorkspaceForInferenceKeepsNoGradients() {
    AssembledNetwork network =
        TestNetwork.of(3).bottleneck("c", 2, new Tanh()).decoder("o", 3, new Tanh()).build(1);
    AssembledNetwork.Workspace w =
        network.workspace(WorkspaceMemory.forInference(4, network.description(), false));
    assertThat(w.code().hasGradient()).isFalse();
    assertThatThrownBy(() -> w.code().gradient())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no gradient is kept here");
    assertThatThrownBy(() -> network.decodeGradient(w)).isInstanceOf(IllegalStateException.class);
    assertThat(w.capacity()).isEqualTo(4);
    assertThatThrownBy(() -> w.rows(5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 rows in a workspace for 4");
    assertThatThrownBy(() -> w.rows(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(w.tile(0)).isSameAs(w.tile(0)).isNotSameAs(w.tile(1));
  }

  @Test
  void isOfNoUseBeforeItHasParameters() {
    DenseKernel kernel = dense(3, 2);
    assertThatThrownBy(() -> kernel.layer("x", Parameters.allocate()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this kernel has no parameters yet: see Parameters.allocate");
    TiedDenseKernel tied = new TiedDenseKernel(kernel, new Tanh());
    assertThatThrownBy(() -> Parameters.allocate(tied)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTiedLayerShowsTheWeightsTransposed() {
    DenseKernel original = dense(4, 2);
    TiedDenseKernel tied = new TiedDenseKernel(original, new Tanh());
    Parameters parameters = Parameters.allocate(original, tied);
    parameters.initialize(3);
    Layer shown = tied.layer("mirror", parameters);
    assertThat(shown.name()).isEqualTo("mirror");
    assertThat(shown.inputs()).isEqualTo(2);
    assertThat(shown.outputs()).isEqualTo(4);
    assertThat(shown.weights()).hasDimensions(2, 4);
    assertThat(shown.biases()).hasSize(4);
    float[][] weights = original.layer("x", parameters).weights();
    for (int i = 0; i < 4; i++) {
      for (int o = 0; o < 2; o++) {
        assertThat(shown.weights()[o][i]).isEqualTo(weights[i][o]);
      }
    }
    assertThat(shown.blocks().keySet()).containsExactly("weights", "biases");
    assertThat(shown.block("weights").shape()).containsExactly(2, 4);
    assertThat(shown.block("weights").values()).startsWith(shown.weights()[0]);
    assertThat(shown.block("biases").shape()).containsExactly(4);
    assertThatThrownBy(() -> shown.block("scales"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mirror has no block scales, but [weights, biases]");
  }

  private static LayerDescription line(Map<String, String> attributes) {
    return new LayerDescription(Section.ENCODER, "wide", "Dense", 3, 2, attributes);
  }

  /** A network in which {@code dense} is a dense layer and {@code other} one of another kind. */
  private static final class Context implements LayerContext {
    final DenseKernel dense = dense(2, 3);

    @Override
    public LayerKernel<?> kernel(String name) {
      return name.equals("dense") ? dense : new TiedDenseKernel(dense, new Tanh());
    }

    @Override
    public GlorotUniform initializer(String className) {
      assertThat(className).isEqualTo("some.Initializer");
      return new GlorotUniform();
    }
  }

  @Test
  void theFactoryMakesWhatTheTableSays() {
    DenseFactory factory = new DenseFactory();
    LayerKernel<?> plain =
        factory.create(
            line(Map.of("training.initializer", "some.Initializer")), new Tanh(), new Context());
    assertThat(plain).isInstanceOf(DenseKernel.class);
    assertThat(plain.inputs()).isEqualTo(3);
    assertThat(plain.outputs()).isEqualTo(2);
    LayerKernel<?> tied =
        factory.create(line(Map.of("tiedTo", "dense")), new Tanh(), new Context());
    assertThat(tied).isInstanceOf(TiedDenseKernel.class);
    assertThat(tied.inputs()).isEqualTo(3);
    assertThat(tied.outputs()).isEqualTo(2);
  }

  @Test
  void theFactoryRefusesWhatItCannotMake() {
    DenseFactory factory = new DenseFactory();
    assertThatThrownBy(() -> factory.create(line(Map.of()), new Tanh(), new Context()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("wide names no training.initializer");
    assertThatThrownBy(
            () -> factory.create(line(Map.of("tiedTo", "other")), new Tanh(), new Context()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("wide is tied to other, which is no dense layer");
  }
}
