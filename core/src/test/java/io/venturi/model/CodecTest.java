package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodecTest {

  @Test
  void codecsThatDecodeDifferentlyHaveOtherFingerprints() {
    assertThat(new Gain(1, 0).fingerprint()).matches("[0-9a-f]{64}");
    assertThat(new Gain(1, 0).fingerprint()).isEqualTo(new Gain(1, 0).fingerprint());
    assertThat(new Gain(2, 0).fingerprint()).isNotEqualTo(new Gain(1, 0).fingerprint());
    assertThat(new Gain(1, 1).fingerprint()).isNotEqualTo(new Gain(1, 0).fingerprint());
  }

  /** Rows of two equal values through one number. */
  private record Gain(float factor, float offset) implements Codec {

    @Override
    public int inputs() {
      return 2;
    }

    @Override
    public int codeSize() {
      return 1;
    }

    @Override
    public float[][] encode(float[][] rows) {
      float[][] codes = new float[rows.length][1];
      for (int i = 0; i < rows.length; i++) {
        codes[i][0] = (rows[i][0] - offset) / factor;
      }
      return codes;
    }

    @Override
    public float[][] decode(float[][] codes) {
      float[][] rows = new float[codes.length][2];
      for (int i = 0; i < codes.length; i++) {
        rows[i][0] = codes[i][0] * factor + offset;
        rows[i][1] = rows[i][0];
      }
      return rows;
    }
  }
}
