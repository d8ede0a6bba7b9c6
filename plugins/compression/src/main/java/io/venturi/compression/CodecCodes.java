package io.venturi.compression;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.model.Codec;
import java.util.Arrays;
import java.util.HexFormat;

/** The codes that a codec gives rows, and what quantisers of them are made from. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CodecCodes(Codec codec, Dataset rows, float[][] codes, CodeStatistics of) {

  /** About so many values are in memory at a time, where rows are read again. */
  private static final int BLOCK = 1 << 20;

  /**
   * Codes rows.
   *
   * @throws DataException if the codec does not take them, or a code is not finite
   */
  static CodecCodes of(Codec codec, Dataset rows) {
    DataChecks.requireWidth(rows, codec.inputs(), "the model");
    float[][] codes = codec.encode(rows);
    for (int i = 0; i < codes.length; i++) {
      for (int j = 0; j < codes[i].length; j++) {
        if (!Float.isFinite(codes[i][j])) {
          throw new DataException(
              CompressionMessage.CODE_NOT_FINITE, j, i, rows.name(), codes[i][j]);
        }
      }
    }
    return new CodecCodes(codec, rows, codes, CodeStatistics.of(codec, codes));
  }

  /**
   * The codes as they lie in a file.
   *
   * @throws DataException if they are all alike, and the rows are not
   */
  CodeFile quantised(Quantisation quantisation) {
    CodeFile file =
        CodeFile.of(
            codes,
            rows.shape(),
            HexFormat.of().parseHex(codec.fingerprint()),
            quantisation.bits(),
            Quantiser.of(of, quantisation));
    if (file.coded() == 0 && rowsDiffer()) {
      throw new DataException(CompressionMessage.CODES_ALIKE, codes.length, rows.name());
    }
    return file;
  }

  private boolean rowsDiffer() {
    float[] first = rows.slice(0, 1).toArray()[0];
    int step = Math.max(1, BLOCK / first.length);
    for (int from = 0; from < rows.size(); from += step) {
      float[][] block = rows.slice(from, Math.min(rows.size(), from + step)).toArray();
      if (!Arrays.stream(block).allMatch(row -> Arrays.equals(row, first))) {
        return true;
      }
    }
    return false;
  }
}
