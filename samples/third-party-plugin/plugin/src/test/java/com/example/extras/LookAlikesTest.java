package com.example.extras;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.data.Dataset;
import io.venturi.reduction.Pca;
import io.venturi.report.HtmlReport;
import io.venturi.runtime.Venturi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookAlikesTest {

  @TempDir private Path folder;

  /** Pictures of 2 × 3 pixels, bright at the top or at the bottom. */
  private static Dataset pictures(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count * 6];
    for (int i = 0; i < values.length; i++) {
      boolean top = i % 6 < 3;
      boolean bright = (i / 6 % 2 == 0) == top;
      values[i] = (float) ((bright ? 0.9 : 0.1) + 0.05 * random.nextDouble());
    }
    return Dataset.ofFlat("pictures", values, 2, 3);
  }

  private static int[] labels(int count) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 2;
    }
    return labels;
  }

  @Test
  void findsPicturesOfTheSameKindAndShowsThem() throws IOException {
    Dataset catalogue = pictures(30, 1);
    Dataset queries = pictures(4, 2);
    LookAlikes lookAlikes = Venturi.create().application(LookAlikes.class);

    Matches matches = lookAlikes.find(Pca.fit(catalogue, 1), catalogue, queries, 3);

    assertThat(IntStream.of(matches.of(1)).map(row -> row % 2)).containsExactly(1, 1, 1);
    assertThat(matches.sameLabel(labels(30), labels(4))).isEqualTo(1);
    int[] others = {1, 0, 1, 0};
    assertThat(matches.sameLabel(labels(30), others)).isZero();
    Path page = HtmlReport.titled("Pictures").add(matches).write(folder);
    assertThat(Files.readString(page))
        .contains("Look-alikes", "For each of 4 rows, the 3 of 30 others", "found 3");
  }
}
