package io.venturi.compression;

import io.venturi.error.ErrorMessage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * {@link CodeFile} as bytes, big-endian: the letters VENTURIC; version (2 bytes), entropy coder
 * (1), the codec's fingerprint (32), rows (4), dimensions of a row (1) and their sizes (4 each),
 * numbers of a code (4), bits (8, a double); for each number its levels less one (1), its centre
 * (4, a float) and, where it has several levels, its step (4, a float), its lowest level (2) and
 * the length of its plane (4); the planes; SHA-256 of all before (32). Nothing may follow.
 */
final class CodeFileFormat {

  private static final byte[] MAGIC = "VENTURIC".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int HASH = 32;
  private static final int MOST_DIMENSIONS = 8;

  /** What a number of one level takes in the table. */
  private static final int SMALLEST_ENTRY = 5;

  private CodeFileFormat() {}

  /** Bytes that are no such file; says what is wrong with them. */
  static final class FormatException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ErrorMessage kind;
    private final transient Object[] facts;

    FormatException(ErrorMessage kind, Object... facts) {
      super(kind.id());
      this.kind = kind;
      this.facts = facts;
    }

    ErrorMessage kind() {
      return kind;
    }

    /** What follows the file's name in the message. */
    Object[] facts(Object file) {
      Object[] all = new Object[facts.length + 1];
      all[0] = file;
      System.arraycopy(facts, 0, all, 1, facts.length);
      return all;
    }
  }

  static byte[] encode(CodeFile file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeShort(VERSION);
      out.writeByte(PlaneCoder.DEFLATE_PACKED);
      out.write(file.fingerprint());
      out.writeInt(file.rows());
      out.writeByte(file.shape().length);
      for (int side : file.shape()) {
        out.writeInt(side);
      }
      out.writeInt(file.quantisers().length);
      out.writeDouble(file.bits());
      for (int j = 0; j < file.quantisers().length; j++) {
        Quantiser quantiser = file.quantisers()[j];
        out.writeByte(quantiser.levels() - 1);
        out.writeFloat(quantiser.centre());
        if (quantiser.levels() > 1) {
          out.writeFloat(quantiser.step());
          out.writeShort(quantiser.lowest());
          out.writeInt(file.planes()[j].length);
        }
      }
      for (byte[] plane : file.planes()) {
        out.write(plane);
      }
      out.write(hash(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail so.
    }
    return bytes.toByteArray();
  }

  /**
   * The inverse. Takes memory of the order of the bytes that there are, whatever they say.
   *
   * @throws FormatException if they are not exactly one such file
   */
  static CodeFile decode(byte[] bytes) throws FormatException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (!startsAsOne(bytes)) {
      throw new FormatException(CompressionMessage.NOT_COMPRESSED);
    }
    if (bytes.length < MAGIC.length + Short.BYTES + HASH) {
      throw damaged("it has " + bytes.length + " bytes alone");
    }
    in.position(MAGIC.length);
    int version = Short.toUnsignedInt(in.getShort());
    if (version != VERSION) {
      throw new FormatException(CompressionMessage.VERSION, version);
    }
    int end = bytes.length - HASH;
    if (!MessageDigest.isEqual(hash(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
      throw damaged("its checksum is not that of its contents");
    }
    try {
      return parse(in.limit(end));
    } catch (BufferUnderflowException e) {
      throw damaged("it ends too early");
    }
  }

  /** Of fewer bytes than that too: those of a file that was cut short are not of another kind. */
  private static boolean startsAsOne(byte[] bytes) {
    int length = Math.min(bytes.length, MAGIC.length);
    return Arrays.equals(bytes, 0, length, MAGIC, 0, length);
  }

  private static CodeFile parse(ByteBuffer in) throws FormatException {
    int size = in.limit() + HASH;
    require(in.get() == PlaneCoder.DEFLATE_PACKED, "its entropy coder is unknown");
    byte[] fingerprint = new byte[HASH];
    in.get(fingerprint);
    int rows = in.getInt();
    require(rows >= 1, "it has " + rows + " rows");
    int[] shape = shape(in);
    int numbers = in.getInt();
    require(
        numbers >= 1 && numbers <= in.remaining() / SMALLEST_ENTRY,
        "codes of " + numbers + " numbers are not in " + size + " bytes");
    double bits = in.getDouble();
    require(bits >= 1 && bits <= 8, "its codes have " + bits + " bits");
    Quantiser[] quantisers = new Quantiser[numbers];
    int[] lengths = new int[numbers];
    for (int j = 0; j < numbers; j++) {
      int levels = Byte.toUnsignedInt(in.get()) + 1;
      float centre = in.getFloat();
      boolean several = levels > 1;
      quantisers[j] =
          several
              ? new Quantiser(levels, centre, in.getFloat(), in.getShort())
              : new Quantiser(1, centre, 1, 0);
      lengths[j] = several ? in.getInt() : 0;
      requireSound(quantisers[j], j);
      require(
          lengths[j] >= 0
              && lengths[j] <= in.remaining()
              && (!several || PlaneCoder.mayHold(lengths[j], rows, levels)),
          "number " + j + " has " + lengths[j] + " bytes for " + rows + " rows");
    }
    return new CodeFile(rows, shape, fingerprint, bits, quantisers, planes(in, lengths));
  }

  private static int[] shape(ByteBuffer in) throws FormatException {
    int dimensions = Byte.toUnsignedInt(in.get());
    require(
        dimensions >= 1 && dimensions <= MOST_DIMENSIONS,
        "its rows have " + dimensions + " dimensions");
    int[] shape = new int[dimensions];
    long width = 1;
    for (int d = 0; d < dimensions; d++) {
      shape[d] = in.getInt();
      require(shape[d] >= 1, "a side of its rows is " + shape[d]);
      width *= shape[d];
      require(width <= Integer.MAX_VALUE, "its rows have the shape " + Arrays.toString(shape));
    }
    return shape;
  }

  private static void requireSound(Quantiser quantiser, int j) throws FormatException {
    require(
        quantiser.step() > 0
            && Float.isFinite(quantiser.step())
            && quantiser.lowest() <= 0
            && quantiser.lowest() > -Quantisation.MOST_LEVELS
            && Float.isFinite(quantiser.number(0))
            && Float.isFinite(quantiser.number(quantiser.levels() - 1)),
        "the levels of number " + j + " are no numbers");
  }

  private static byte[][] planes(ByteBuffer in, int[] lengths) throws FormatException {
    long sum = 0;
    for (int length : lengths) {
      sum += length;
    }
    require(sum == in.remaining(), in.remaining() + " bytes of codes are not " + sum);
    byte[][] planes = new byte[lengths.length][];
    for (int j = 0; j < lengths.length; j++) {
      planes[j] = new byte[lengths[j]];
      in.get(planes[j]);
    }
    return planes;
  }

  private static void require(boolean sound, String otherwise) throws FormatException {
    if (!sound) {
      throw damaged(otherwise);
    }
  }

  static FormatException damaged(String what) {
    return new FormatException(CompressionMessage.DAMAGED, what);
  }

  private static byte[] hash(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java platform has it.
    }
  }
}
