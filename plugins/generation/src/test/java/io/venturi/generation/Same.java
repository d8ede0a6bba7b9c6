package io.venturi.generation;

import io.venturi.model.Codec;

/** Rows are their own codes; a code may be longer by numbers that are always the same. */
record Same(int inputs, int constants) implements Codec {

  static Same of(int inputs) {
    return new Same(inputs, 0);
  }

  @Override
  public int codeSize() {
    return inputs + constants;
  }

  @Override
  public float[][] encode(float[][] rows) {
    float[][] codes = new float[rows.length][codeSize()];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, codes[i], 0, inputs);
      for (int j = inputs; j < codeSize(); j++) {
        codes[i][j] = 7;
      }
    }
    return codes;
  }

  @Override
  public float[][] decode(float[][] codes) {
    float[][] rows = new float[codes.length][inputs];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(codes[i], 0, rows[i], 0, inputs);
    }
    return rows;
  }
}
