package io.venturi.compression;

import io.venturi.data.Dataset;
import io.venturi.model.Codec;
import java.util.Locale;
import java.util.zip.DataFormatException;

/** Images through a model; the setting is the bits of {@link Quantisation}. */
final class CodecCoding extends Coding {

  private final CodecCodes codes;

  CodecCoding(Codec codec, Dataset images) {
    super(images);
    this.codes = CodecCodes.of(codec, images);
  }

  @Override
  Coded at(double bits) {
    CodeFile file = codes.quantised(Quantisation.bits(bits));
    try {
      return new Coded(CodeFileFormat.encode(file).length, codes.codec().decode(file.codes()));
    } catch (DataFormatException e) {
      throw new IllegalStateException(e); // It was made a moment ago.
    }
  }

  @Override
  String name(double bits) {
    return String.format(Locale.ROOT, "%d numbers, %.3g bits", codes.codec().codeSize(), bits);
  }
}
