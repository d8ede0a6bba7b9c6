package io.venturi.samples.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FashionMnistTest {

  @Test
  void trainsOnTheFirstImagesAndTestsOnTheLast() {
    Dataset train = FashionMnist.train();
    Dataset test = FashionMnist.test();
    assertThat(train.size()).isEqualTo(8_000);
    assertThat(test.size()).isEqualTo(2_000);
    assertThat(train.shape()).containsExactly(28, 28, 1);
    assertThat(test.shape()).containsExactly(28, 28, 1);
    assertThat(train.name()).isEqualTo("Fashion-MNIST (rows 0 to 7999)");
    // Sums of the file's first and last 784 bytes.
    assertThat(ink(train, 0)).isEqualTo(33_456, within(0.1));
    assertThat(ink(test, 1_999)).isEqualTo(24_390, within(0.1));
    assertThat(train.knownWithin(0, 1)).isTrue();
  }

  @Test
  void hasALabelForEachImage() {
    int[] train = FashionMnist.trainLabels();
    int[] test = FashionMnist.testLabels();
    assertThat(train).hasSize(8_000).startsWith(9, 2, 1, 1, 6, 1, 4, 6, 5, 7);
    assertThat(test).hasSize(2_000).endsWith(5, 6, 8, 9, 1, 9, 1, 8, 1, 5);
    for (int label = 0; label < FashionMnist.classes().size(); label++) {
      int each = label;
      long count =
          Arrays.stream(train).filter(l -> l == each).count()
              + Arrays.stream(test).filter(l -> l == each).count();
      assertThat(count).isEqualTo(1_000);
    }
  }

  @Test
  void bringsItsLicence() throws IOException {
    try (InputStream licence =
        Objects.requireNonNull(FashionMnist.class.getResourceAsStream("fashion-mnist/LICENSE"))) {
      assertThat(new String(licence.readAllBytes(), StandardCharsets.UTF_8))
          .contains("The MIT License (MIT)", "Copyright © 2017 Zalando SE");
    }
  }

  private static double ink(Dataset data, int row) {
    float[] pixels = new float[data.width()];
    data.read(row, pixels, 0);
    double sum = 0;
    for (float pixel : pixels) {
      sum += pixel * 255;
    }
    return sum;
  }
}
