package io.venturi.compression;

import io.venturi.compression.CodeFileFormat.FormatException;
import io.venturi.data.Dataset;
import io.venturi.error.FileFault;
import io.venturi.error.Message;
import io.venturi.error.ModelFileException;
import io.venturi.model.Codec;
import io.venturi.model.DurableFile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.DataFormatException;

/**
 * Compresses rows into files: codes of a model, or of what it is compared with, are quantised,
 * entropy-coded and written with all that is needed to decode them but the model. And it measures
 * what such files cost: bytes for PSNR and structural similarity.
 *
 * <pre>{@code
 * Compression compression = venturi.application(Compression.class);
 * CompressedFile file = compression.compress(model, rows, Quantisation.bits(5), path);
 * float[][] back = compression.decompress(path, model);
 * }</pre>
 *
 * <p>Each number of the code is entropy-coded by frequencies of its own ({@link Quantisation} says
 * how it is quantised), so a file wants rows by the hundred: it has a header of some ten bytes for
 * each number. Codes come back the same on any machine; what the model decodes from them agrees as
 * its scores do.
 */
public final class Compression {

  /** Of an array: its header, and where it is kept. */
  private static final long BYTES_BESIDE_ROW = 24;

  /** Has no state. */
  @Inject
  public Compression() {}

  /**
   * Compresses rows into a file, which is replaced whole or not at all.
   *
   * @param codec whose codes are written; it is needed to decompress them
   * @param rows of the codec's width
   * @throws io.venturi.error.DataException if the codec does not take the rows, or gives codes that
   *     are not finite, or all alike of rows that are not
   * @throws ModelFileException if the file cannot be written
   */
  public CompressedFile compress(Codec codec, Dataset rows, Quantisation quantisation, Path path) {
    CodeFile file = CodecCodes.of(codec, rows).quantised(quantisation);
    byte[] bytes = CodeFileFormat.encode(file);
    try {
      DurableFile.write(path, ByteBuffer.wrap(bytes));
    } catch (DurableFile.UnconfirmedException e) {
      throw new ModelFileException(
          e, Message.MODEL_UNCONFIRMED, path, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new ModelFileException(e, CompressionMessage.UNWRITABLE, path, FileFault.reason(e));
    }
    return description(file, bytes.length);
  }

  /**
   * Compresses rows into a file, which is replaced whole or not at all.
   *
   * @param rows (n, values), all of the codec's width
   * @throws io.venturi.error.DataException if there are none, or as {@link #compress(Codec,
   *     Dataset, Quantisation, Path)}
   * @throws ModelFileException if the file cannot be written
   */
  public CompressedFile compress(
      Codec codec, float[][] rows, Quantisation quantisation, Path path) {
    return compress(codec, Dataset.of("the data", rows), quantisation, path);
  }

  /**
   * The rows of a file, as the codec reconstructs them: (n, values). All are in memory; {@link
   * #decompress(Path, Codec, RowConsumer)} has no need of that.
   *
   * @param codec the one that it was compressed with
   * @throws ModelFileException if the file is not exactly one that {@link #compress} wrote, or of
   *     another codec, or has more rows than there is memory for
   */
  public float[][] decompress(Path path, Codec codec) {
    CodeFile file = parse(path, read(path));
    requireOf(codec, file, path);
    if (memory(file) > Runtime.getRuntime().maxMemory()) {
      throw new ModelFileException(CompressionMessage.MANY_ROWS, manyRows(path, file));
    }
    try {
      float[][] rows = new float[file.rows()][];
      decode(path, file, codec, (row, values) -> rows[row] = values);
      return rows;
    } catch (OutOfMemoryError e) { // Others need memory, too.
      throw new ModelFileException(e, CompressionMessage.MANY_ROWS, manyRows(path, file));
    }
  }

  /**
   * Gives a consumer the rows of a file one by one, as the codec reconstructs them, and takes no
   * more memory for many of them than for a few beside that of the file's bytes. {@link #describe}
   * says how many they are: codes that are all but alike take few bytes for many rows.
   *
   * <pre>{@code
   * compression.decompress(path, model, (row, values) -> file.append(values));
   * }</pre>
   *
   * @param codec the one that it was compressed with
   * @param rows gets them in their order; none, if the file is refused
   * @throws ModelFileException if the file is not exactly one that {@link #compress} wrote, or of
   *     another codec
   */
  public void decompress(Path path, Codec codec, RowConsumer rows) {
    CodeFile file = parse(path, read(path));
    requireOf(codec, file, path);
    decode(path, file, codec, rows);
  }

  private static long memory(CodeFile file) {
    return file.rows() * (BYTES_BESIDE_ROW + Float.BYTES * file.width());
  }

  private static Object[] manyRows(Path path, CodeFile file) {
    return new Object[] {
      path, file.rows(), file.width(), memory(file) >> 20, Runtime.getRuntime().maxMemory() >> 20
    };
  }

  private static void requireOf(Codec codec, CodeFile file, Path path) {
    if (file.quantisers().length != codec.codeSize() || file.width() != codec.inputs()) {
      throw new ModelFileException(
          CompressionMessage.OTHER_WIDTH,
          path,
          file.quantisers().length,
          file.width(),
          codec.codeSize(),
          codec.inputs());
    }
    String fingerprint = HexFormat.of().formatHex(file.fingerprint());
    if (!fingerprint.equals(codec.fingerprint())) {
      throw new ModelFileException(
          CompressionMessage.OTHER_CODEC, path, fingerprint, codec.fingerprint());
    }
  }

  private static void decode(Path path, CodeFile file, Codec codec, RowConsumer rows) {
    try {
      CodeReader.decode(file, codec, rows);
    } catch (DataFormatException e) {
      throw new ModelFileException(
          e, CompressionMessage.DAMAGED, path, String.valueOf(e.getMessage()));
    }
  }

  /**
   * What a file says of itself; the codec is not needed.
   *
   * @throws ModelFileException if it is not a file that {@link #compress} wrote, or was altered
   */
  public CompressedFile describe(Path path) {
    byte[] bytes = read(path);
    return description(parse(path, bytes), bytes.length);
  }

  /**
   * The rate-distortion curve of images through a codec: sizes of files, and what comes back from
   * them. That is clipped to [0, 1], whatever the codec, as every picture is.
   *
   * @param name what to call the codec
   * @param images of shape {height, width} or {height, width, channels}, in [0, 1]
   * @param bits of {@link Quantisation}, for each point
   * @throws io.venturi.error.DataException as {@link #compress}, or if a value is not in [0, 1]
   */
  public RateCurve curve(String name, Codec codec, Dataset images, double... bits) {
    CodecCoding coding = new CodecCoding(codec, images);
    return new RateCurve(name, Arrays.stream(bits).mapToObj(coding::point).toList());
  }

  /**
   * The smallest file of images through a codec from which they come back with this PSNR: it is
   * searched for by trying bits. Empty if 8 bits do not reach it. Quality is that of images that
   * are clipped to [0, 1], as in {@link #curve}.
   *
   * @param psnr in decibels, a mean over images
   * @param images of shape {height, width} or {height, width, channels}, in [0, 1]
   * @throws io.venturi.error.DataException as {@link #compress}, or if a value is not in [0, 1]
   */
  public Optional<RatePoint> reaching(double psnr, Codec codec, Dataset images) {
    return new CodecCoding(codec, images).reaching(psnr, 1, 8);
  }

  private static CompressedFile description(CodeFile file, int bytes) {
    return new CompressedFile(
        bytes,
        file.rows(),
        file.shape(),
        HexFormat.of().formatHex(file.fingerprint()),
        file.quantisers().length,
        file.bits(),
        file.coded());
  }

  private static byte[] read(Path path) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new IOException("it is no regular file");
      }
      return Files.readAllBytes(path);
    } catch (IOException | OutOfMemoryError e) {
      throw new ModelFileException(e, CompressionMessage.UNREADABLE, path, FileFault.reason(e));
    }
  }

  private static CodeFile parse(Path path, byte[] bytes) {
    try {
      return CodeFileFormat.decode(bytes);
    } catch (FormatException e) {
      throw new ModelFileException(e, e.kind(), e.facts(path));
    }
  }
}
