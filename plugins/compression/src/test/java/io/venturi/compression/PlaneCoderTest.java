package io.venturi.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;

class PlaneCoderTest {

  @Test
  void givesBackWhatItGot() throws DataFormatException {
    SplittableRandom random = new SplittableRandom(1);
    for (int levels = 2; levels <= 256; levels++) {
      for (int count : new int[] {1, 7, 8, 9, 500}) {
        int top = levels;
        int[] indices = random.ints(count, 0, top).toArray();
        indices[count - 1] = levels - 1;
        byte[] coded = PlaneCoder.encode(indices, levels);
        assertThat(PlaneCoder.mayHold(coded.length, count, levels)).isTrue();
        try (PlaneReader reader = new PlaneReader(coded, count, levels)) {
          int[] read = new int[count];
          reader.read(read, count / 2);
          int[] rest = new int[count - count / 2];
          reader.read(rest, rest.length);
          reader.requireEnd();
          System.arraycopy(rest, 0, read, count / 2, rest.length);
          assertThat(read).containsExactly(indices);
        }
      }
    }
  }

  /** Where nearly all is one level a byte is of most indices, and the file is still taken. */
  @Test
  void whatHardlyVariesIsTakenBack() throws DataFormatException {
    for (int levels : new int[] {2, 3, 256}) {
      int[] indices = new int[100_000];
      indices[70_000] = 1;
      byte[] coded = PlaneCoder.encode(indices, levels);
      assertThat(PlaneCoder.mayHold(coded.length, indices.length, levels)).isTrue();
      try (PlaneReader reader = new PlaneReader(coded, indices.length, levels)) {
        int[] read = new int[indices.length];
        reader.read(read, read.length);
        reader.requireEnd();
        assertThat(read).containsExactly(indices);
      }
    }
  }

  /** Huffman codes alone would take a bit for each index. */
  @Test
  void staysNearTheEntropy() {
    SplittableRandom random = new SplittableRandom(2);
    int[] indices = new int[10_000];
    int[] counts = new int[5];
    for (int i = 0; i < indices.length; i++) {
      double draw = random.nextDouble();
      indices[i] = draw < 0.05 ? 1 : draw < 0.9 ? 2 : draw < 0.97 ? 3 : draw < 0.99 ? 0 : 4;
      counts[indices[i]]++;
    }
    double entropy = 0;
    for (int count : counts) {
      entropy -= count * Math.log((double) count / indices.length) / Math.log(2) / 8;
    }
    assertThat((double) PlaneCoder.encode(indices, 5).length).isBetween(entropy, 1.06 * entropy);
  }
}
