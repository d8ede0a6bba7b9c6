package io.venturi.compression;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.model.Codec;
import java.util.HexFormat;

/** The codes that a codec gives rows, and what quantisers of them are made from. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CodecCodes(Codec codec, String name, int[] shape, float[][] codes, CodeStatistics of) {

  /** No file is smaller: for a few rows, that is enough of it. */
  private static final int SMALLEST_HEADER = 64;

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
    return new CodecCodes(codec, rows.name(), rows.shape(), codes, CodeStatistics.of(codec, codes));
  }

  /**
   * The codes as they lie in a file.
   *
   * @throws DataException if they are so alike that a file would hold no more than that
   */
  CodeFile quantised(Quantisation quantisation) {
    CodeFile file =
        CodeFile.of(
            codes,
            shape,
            HexFormat.of().parseHex(codec.fingerprint()),
            quantisation.bits(),
            Quantiser.of(of, quantisation));
    if (codes.length > (file.bytes() + SMALLEST_HEADER) * CodeFile.MOST_ROWS_PER_BYTE) {
      throw new DataException(CompressionMessage.CODES_ALIKE, codes.length, name);
    }
    return file;
  }
}
