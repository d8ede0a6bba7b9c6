package io.venturi.sparse;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.SpecException;
import io.venturi.spi.Corruption;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.SpecContext;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Annotations that no compiler has seen, as model files can have them. */
class SparseFactoryTest {

  @Sparse
  private static final class Nothing {}

  @Sparse(l1 = {@L1(weight = 0.1), @L1(weight = 0.2)})
  private static final class Twice {}

  private static void create(Class<?> type) {
    NetworkDescription network = NetworkDescription.builder("com.example.Digits", 7).build();
    SpecContext context =
        new SpecContext() {
          @Override
          public NetworkDescription network() {
            return network;
          }

          @Override
          public List<Corruption> noises() {
            return List.of();
          }
        };
    new SparseFactory().create(Objects.requireNonNull(type.getAnnotation(Sparse.class)), context);
  }

  @Test
  void aWayIsToBeChosenOnce() {
    assertThatThrownBy(() -> create(Nothing.class))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-286] Digits uses @Sparse, which makes codes sparse in a way that is chosen, but"
                + " neither kl nor l1 nor topK is set: set one, such as l1 = @L1(weight = 1e-4).");
    assertThatThrownBy(() -> create(Twice.class))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-286] Digits uses @Sparse, which takes one element of l1, but it has 2: keep one of"
                + " them.");
  }
}
