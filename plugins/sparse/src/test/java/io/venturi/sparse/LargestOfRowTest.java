package io.venturi.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LargestOfRowTest {

  private static float[] kept(int k, float... row) {
    float[] target = row.clone();
    new LargestOfRow(k).keep(row.clone(), target, 1, row.length, new float[row.length]);
    return target;
  }

  @Test
  void ofEqualValuesTheFirstAreKept() {
    assertThat(kept(3, 1, 2, 1, 3, 1)).containsExactly(1, 2, 0, 3, 0);
    assertThat(kept(2, 5, 5, 5)).containsExactly(5, 5, 0);
  }

  @Test
  void valuesCountAndNotSizes() {
    assertThat(kept(1, -9, 2, 1)).containsExactly(0, 2, 0);
    assertThat(kept(2, -9, -2, -1)).containsExactly(0, -2, -1);
  }

  @Test
  void theZerosAreEqual() {
    float[] target = {1, 2};
    new LargestOfRow(1).keep(new float[] {-0f, 0f}, target, 1, 2, new float[2]);
    assertThat(target).containsExactly(1, 0);
  }

  @Test
  void aRowThatHasNoMoreIsKeptWhole() {
    assertThat(kept(3, -1, 0, 1)).containsExactly(-1, 0, 1);
    assertThat(kept(9, -1, 0, 1)).containsExactly(-1, 0, 1);
  }

  @Test
  void nanStaysToBeFound() {
    assertThat(kept(1, 3, Float.NaN, 2)).containsExactly(3, Float.NaN, 2);
    assertThat(kept(1, 3, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY))
        .containsExactly(0, Float.POSITIVE_INFINITY, 0);
  }

  /** Against a stable sort, with many equal values, and rows that are in order or the reverse. */
  @Test
  void agreesWithSorting() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 500; round++) {
      int width = random.nextInt(1, 40);
      int k = random.nextInt(1, width + 1);
      int order = random.nextInt(3);
      float[] rows = new float[2 * width];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = order == 0 ? random.nextInt(-4, 5) : order == 1 ? i : -i;
      }
      float[] expected = rows.clone();
      for (int row = 0; row < 2; row++) {
        int at = row * width;
        Integer[] places = new Integer[width];
        Arrays.setAll(places, i -> at + i);
        Arrays.sort(places, (a, b) -> Float.compare(rows[b], rows[a]));
        for (int rank = k; rank < width; rank++) {
          expected[places[rank]] = 0;
        }
      }
      new LargestOfRow(k).keep(rows, rows, 2, width, new float[width]);
      assertThat(rows).containsExactly(expected);
    }
  }
}
