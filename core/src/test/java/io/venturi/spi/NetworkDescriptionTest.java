package io.venturi.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkDescriptionTest {

  @Test
  void countsARowsValues() {
    assertThat(NetworkDescription.builder("a.B", 28, 28, 3).build().inputs()).isEqualTo(2352);
    assertThatThrownBy(() -> NetworkDescription.builder("a.B", 65536, 65536).build().inputs())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void namesTheSpecWithoutItsPackage() {
    assertThat(NetworkDescription.builder("io.a.Outer$Spec", 1).build().simpleName())
        .isEqualTo("Spec");
    assertThat(NetworkDescription.builder("io.a.Spec", 1).build().simpleName()).isEqualTo("Spec");
    assertThat(NetworkDescription.builder("Spec", 1).build().simpleName()).isEqualTo("Spec");
  }

  @Test
  void hasNoCodesWithoutABottleneck() {
    NetworkDescription description =
        NetworkDescription.builder("a.B", 1)
            .layer(Section.ENCODER, "wide", "k", 1, 2, Map.of())
            .build();
    assertThatThrownBy(description::codeSize)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a.B has no bottleneck");
  }

  @Test
  void doesNotChangeAfterwards() {
    Map<String, String> attributes = new HashMap<>(Map.of("b", "1", "a", "2"));
    NetworkDescription.Builder builder =
        NetworkDescription.builder("a.B", 1)
            .layer(Section.BOTTLENECK, "code", "k", 1, 2, attributes);
    NetworkDescription description = builder.build();
    builder.contribution("x", "y").layer(Section.DECODER, "out", "k", 2, 1, Map.of());
    attributes.put("c", "3");
    assertThat(description.layers()).hasSize(1);
    assertThat(description.contributions()).isEmpty();
    assertThat(description.layers().get(0).attributes()).hasToString("{a=2, b=1}");
    assertThatThrownBy(() -> description.layers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> description.layers().get(0).attributes().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
