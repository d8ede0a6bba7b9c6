package io.venturi.compression;

import io.venturi.data.Dataset;
import io.venturi.model.Codec;
import java.util.Locale;
import java.util.zip.DataFormatException;

/**
 * Images through a model; the setting is the bits of {@link Quantisation}. What is decoded is
 * brought into the range of images, [0, 1]: every decoder can do that without a byte, and a picture
 * file or a sigmoid does anyway, so that no codec is measured by values that no image has.
 */
final class CodecCoding extends Coding {

  private final CodecCodes codes;

  CodecCoding(Codec codec, Dataset images) {
    super(images);
    this.codes = CodecCodes.of(codec, images);
  }

  @Override
  Coded at(double bits) {
    CodeFile file = codes.quantised(Quantisation.bits(bits));
    float[][] images = new float[file.rows()][];
    try {
      CodeReader.decode(file, codes.codec(), (row, values) -> images[row] = clipped(values));
      return new Coded(CodeFileFormat.encode(file).length, images);
    } catch (DataFormatException e) {
      throw new IllegalStateException(e); // It was made a moment ago.
    }
  }

  private static float[] clipped(float[] values) {
    float[] image = new float[values.length];
    for (int i = 0; i < image.length; i++) {
      image[i] = Math.max(0, Math.min(1, values[i]));
    }
    return image;
  }

  @Override
  String name(double bits) {
    return String.format(Locale.ROOT, "%d numbers, %.3g bits", codes.codec().codeSize(), bits);
  }
}
