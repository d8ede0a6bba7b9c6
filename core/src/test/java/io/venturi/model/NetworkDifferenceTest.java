package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Section;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkDifferenceTest {

  private static NetworkDescription network(List<Integer> input, List<Integer> hidden, int by) {
    Map<String, String> none = Map.of();
    return NetworkDescription.builder("Any", 24)
        .layer(Section.ENCODER, "in", "K", input, hidden, Map.of("by", "" + by, "training.x", ""))
        .layer(Section.BOTTLENECK, "code", "K", hidden, List.of(2), none)
        .layer(Section.DECODER, "out", "K", List.of(2), input, none)
        .build();
  }

  private static final NetworkDescription IMAGES = network(List.of(4, 3, 2), List.of(2, 3, 2), 5);

  @Test
  void whatIsTheSameFits() {
    assertThat(NetworkDifference.between(IMAGES, IMAGES)).isEmpty();
  }

  /** Files from before layers had shapes say how wide rows are, and no more. */
  @Test
  void aFileWithoutShapesFitsWhatHasThem() {
    NetworkDescription flat = network(List.of(24), List.of(12), 5);
    assertThat(NetworkDifference.between(flat, IMAGES)).isEmpty();
    assertThat(NetworkDifference.between(network(List.of(24), List.of(13), 5), IMAGES))
        .isNotEmpty();
  }

  @Test
  void imagesOfAnotherShapeDoNotFit() {
    assertThat(NetworkDifference.between(network(List.of(4, 3, 2), List.of(3, 2, 2), 5), IMAGES))
        .isEqualTo("layer in (4×3×2 → 3×2×2, {by=5}) instead of in (4×3×2 → 2×3×2, {by=5})");
    assertThat(NetworkDifference.between(network(List.of(3, 4, 2), List.of(2, 3, 2), 5), IMAGES))
        .isNotEmpty();
  }

  @Test
  void otherAttributesDoNotFit() {
    assertThat(NetworkDifference.between(network(List.of(4, 3, 2), List.of(2, 3, 2), 6), IMAGES))
        .isNotEmpty();
  }
}
