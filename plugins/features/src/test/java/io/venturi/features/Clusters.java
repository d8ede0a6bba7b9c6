package io.venturi.features;

import io.venturi.data.Dataset;
import io.venturi.model.Codec;
import java.util.Arrays;
import java.util.Random;

/** Rows of three classes: two numbers tell them apart, two more are noise that is far larger. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Clusters(Dataset rows, int[] labels) {

  static final int WIDTH = 4;
  private static final double NOISE = 1_000;

  static Clusters of(String name, int size, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[size][];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = i % 3;
      rows[i] =
          new float[] {
            (float) (labels[i] == 1 ? 4 + random.nextGaussian() : random.nextGaussian()),
            (float) (labels[i] == 2 ? 4 + random.nextGaussian() : random.nextGaussian()),
            (float) (NOISE * random.nextGaussian()),
            (float) (NOISE * random.nextGaussian())
          };
    }
    return new Clusters(Dataset.of(name, rows), labels);
  }

  /** A codec that keeps some numbers of a row. */
  record Columns(int... kept) implements Codec {

    @Override
    public int inputs() {
      return WIDTH;
    }

    @Override
    public int codeSize() {
      return kept.length;
    }

    @Override
    public float[][] encode(float[][] rows) {
      return Arrays.stream(rows).map(this::code).toArray(float[][]::new);
    }

    @Override
    public float[][] decode(float[][] codes) {
      throw new UnsupportedOperationException();
    }

    private float[] code(float[] row) {
      float[] code = new float[kept.length];
      for (int i = 0; i < code.length; i++) {
        code[i] = row[kept[i]];
      }
      return code;
    }
  }
}
