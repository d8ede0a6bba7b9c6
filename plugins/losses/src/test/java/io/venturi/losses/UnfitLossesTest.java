package io.venturi.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.SpecException;
import io.venturi.losses.GaussianLikelihood.Learned;
import io.venturi.spi.Corruption;
import io.venturi.spi.Loss;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Section;
import io.venturi.spi.SpecContext;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Networks that no compiler has seen: it refuses the same. */
class UnfitLossesTest {

  @StructuralSimilarity
  private static final class OfEleven {}

  @StructuralSimilarity(window = 4)
  private static final class OfFour {}

  @CategoricalCrossEntropy
  private static final class Shares {}

  @GaussianLikelihood(variance = 1e-9, learn = Learned.ONE)
  private static final class TooLow {}

  @GaussianLikelihood(variance = 1e-9)
  private static final class Fixed {}

  private static <A extends Annotation> A on(Class<?> type, Class<A> annotation) {
    return Objects.requireNonNull(type.getAnnotation(annotation));
  }

  /** A network of one layer that ends in a sigmoid. */
  private static SpecContext network(int... input) {
    NetworkDescription network =
        NetworkDescription.builder("com.example.Digits", input)
            .layer(
                Section.DECODER,
                "last",
                "io.venturi.annotation.Dense",
                3,
                7,
                Map.of("activation", "io.venturi.kernel.Sigmoid"))
            .build();
    return new SpecContext() {
      @Override
      public NetworkDescription network() {
        return network;
      }

      @Override
      public List<Corruption> noises() {
        return List.of();
      }
    };
  }

  @Test
  void structuralSimilarityNeedsAnImage() {
    assertThatThrownBy(() -> similarity(OfEleven.class, 7))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-249] Digits uses @StructuralSimilarity, which compares images by windows that lie"
                + " inside them, but the input is [7]: set input = {height, width, channels}, or"
                + " take @MeanSquaredError.");
  }

  @Test
  void itsWindowLiesInsideTheImageAndHasAMiddle() {
    assertThatThrownBy(() -> similarity(OfEleven.class, 12, 10, 2))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("the input is [12, 10, 2] and its window 11: set a smaller window.");
    assertThatThrownBy(() -> similarity(OfFour.class, 12, 10))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("its window is 4: make it odd, such as 11.");
  }

  private static void similarity(Class<?> type, int... input) {
    new StructuralSimilarityFactory().create(on(type, StructuralSimilarity.class), network(input));
  }

  @Test
  void aLearnedVarianceStartsAboveTheSmallest() {
    assertThatThrownBy(() -> gaussian(TooLow.class))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-249] Digits uses @GaussianLikelihood, which learns variances above its smallest,"
                + " 1.0E-4, but it is to start at variance = 1.0E-9: set a larger variance, or a"
                + " smaller smallest.");
    assertThat(gaussian(Fixed.class).parameters(7)).isEmpty();
  }

  private static Loss gaussian(Class<?> type) {
    return new GaussianLikelihoodFactory().create(on(type, GaussianLikelihood.class), network(7));
  }

  @Test
  void categoricalCrossEntropyNeedsSoftmax() {
    assertThatThrownBy(
            () ->
                new CategoricalCrossEntropyFactory()
                    .create(on(Shares.class, CategoricalCrossEntropy.class), network(7)))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-249] Digits uses @CategoricalCrossEntropy, which takes rows of shares that add up"
                + " to 1, but the last layer last() ends in io.venturi.kernel.Sigmoid: end it in"
                + " Softmax, or take @BinaryCrossEntropy.");
  }
}
