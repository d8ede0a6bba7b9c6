package io.venturi.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.kernel.Initializer;
import io.venturi.kernel.Tanh;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.Section;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layer tables come from files, and files may be damaged. */
class LayerFactoriesTest {

  private static final LayerContext NOTHING =
      new LayerContext() {
        @Override
        public LayerKernel<?> kernel(String name) {
          throw new AssertionError(name);
        }

        @Override
        public Initializer initializer(String className) {
          throw new AssertionError(className);
        }
      };

  private static LayerKernel<?> make(String kind, int inputs, int outputs, Map<String, String> is) {
    LayerFactory factory =
        switch (kind) {
          case "dropout" -> new DropoutFactory();
          case "batch" -> new BatchNormalizationFactory();
          default -> new LayerNormalizationFactory();
        };
    LayerDescription line = new LayerDescription(Section.ENCODER, "x", kind, inputs, outputs, is);
    return factory.create(line, new Tanh(), NOTHING);
  }

  @Test
  void makeWhatTheTableSays() {
    assertThat(make("dropout", 5, 5, Map.of("training.rate", "0.2")))
        .isInstanceOf(DropoutKernel.class);
    LayerKernel<?> batch =
        make(
            "batch",
            5,
            5,
            Map.of("training.group", "8", "training.momentum", "0.9", "epsilon", "1.0E-5"));
    assertThat(batch).isInstanceOf(BatchNormalizationKernel.class);
    assertThat(batch.rowGroup()).isEqualTo(8);
    assertThat(batch.stateSize()).isEqualTo(11);
    LayerKernel<?> layer = make("layer", 5, 5, Map.of("epsilon", "0.001"));
    assertThat(layer).isInstanceOf(LayerNormalizationKernel.class);
    assertThat(layer.outputs()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dropout | training.rate | 1    | x has 1 for its training.rate, not in [0.0, 0.9999999999999999]",
        "dropout | training.rate | -0.1 | x has -0.1 for its training.rate, not in [0.0, 0.9999999999999999]",
        "dropout | training.rate | NaN  | x has NaN for its training.rate, not in [0.0, 0.9999999999999999]",
        "dropout | training.rate | high | x has 'high' for its training.rate",
        "dropout | other    | 1    | x has '' for its training.rate",
        "batch   | training.group | 1    | x has 1 for its training.group, not in [2, 2147483647]",
        "batch   | training.group | 2.5  | x has '2.5' for its training.group",
        "batch   | training.group | 3e9  | x has '3e9' for its training.group",
        "batch   | training.momentum | 1    | x has 1 for its training.momentum, not in [0.0, 0.9999999999999999]",
        "batch   | epsilon  | 0    | x has 0 for its epsilon, not in [1.0E-12, 1.0]",
        "layer   | epsilon  | 2    | x has 2 for its epsilon, not in [1.0E-12, 1.0]",
      })
  void refuseNumbersThatCannotBe(String kind, String name, String value, String message) {
    Map<String, String> sound =
        new HashMap<>(
            kind.equals("batch")
                ? Map.of("training.group", "8", "training.momentum", "0.9", "epsilon", "1e-5")
                : Map.of());
    sound.put(name, value);
    assertThatThrownBy(() -> make(kind, 5, 5, sound))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"dropout", "batch", "layer"})
  void refuseToChangeTheWidth(String kind) {
    Map<String, String> all =
        Map.of(
            "training.rate",
            "0.1",
            "training.group",
            "8",
            "training.momentum",
            "0.9",
            "epsilon",
            "1e-5");
    assertThatThrownBy(() -> make(kind, 5, 4, all))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x makes 4 values of 5");
  }
}
