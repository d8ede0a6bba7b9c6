package io.venturi.model;

import io.venturi.data.Dataset;
import java.nio.FloatBuffer;

/**
 * Maps rows to shorter codes and back: a trained model, or what it is compared with, such as
 * principal components. Applications take either.
 */
public interface Codec {

  /** Values in one row. */
  int inputs();

  /** Numbers in one code. */
  int codeSize();

  /**
   * What tells codecs apart that make other rows of the same code: SHA-256 in 64 hexadecimal
   * digits. Files of codes keep it, so that no other codec reads them. Unless a codec says
   * otherwise, of what it decodes from 0 and from each number of a code alone at 1, as
   * little-endian floats.
   */
  default String fingerprint() {
    float[][] probes = new float[codeSize() + 1][codeSize()];
    for (int i = 0; i < codeSize(); i++) {
      probes[i + 1][i] = 1;
    }
    Fingerprint fingerprint = new Fingerprint();
    for (float[] row : decode(probes)) {
      fingerprint.add(FloatBuffer.wrap(row));
    }
    return fingerprint.hex();
  }

  /**
   * Codes of rows: (n, inputs) → (n, codeSize).
   *
   * @throws io.venturi.error.DataException if a row has another width, or a value that is not
   *     finite
   */
  float[][] encode(float[][] rows);

  /**
   * Reconstructions from codes: (n, codeSize) → (n, inputs), in the units of raw rows.
   *
   * @throws io.venturi.error.DataException if a code has another width, or a value that is not
   *     finite
   */
  float[][] decode(float[][] codes);

  /**
   * Reconstructions of rows: (n, inputs) → (n, inputs), in the units of raw rows.
   *
   * @throws io.venturi.error.DataException as {@link #encode}
   */
  default float[][] reconstruct(float[][] rows) {
    return decode(encode(rows));
  }

  /**
   * Codes of all rows of a dataset, (size, codeSize), of which only some are in memory at a time.
   *
   * @throws io.venturi.error.DataException as {@link #encode}
   */
  default float[][] encode(Dataset data) {
    float[][] codes = new float[data.size()][];
    int step = Blocks.rowsAtOnce(data.width());
    for (int from = 0; from < codes.length; from += step) {
      float[][] block = encode(data.slice(from, Math.min(codes.length, from + step)).toArray());
      System.arraycopy(block, 0, codes, from, block.length);
    }
    return codes;
  }
}
