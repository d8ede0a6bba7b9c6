package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.FileFault;
import io.venturi.error.Message;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads IDX, the format of the MNIST files: plain or compressed by gzip, which is told from the
 * bytes and not from the name. Of the format's element types only unsigned bytes are read.
 *
 * <p>Files are not trusted: memory grows with the bytes that are really there, not with the sizes
 * that a header claims, and a file that is cut short, damaged, or longer than it says is refused.
 * Links are followed; anything but a regular file is refused.
 *
 * @see <a href="https://yann.lecun.com/exdb/mnist/">The format, at the end of its page</a>
 */
public final class Idx {

  private Idx() {}

  /**
   * Reads grey images.
   *
   * @param file IDX of three dimensions: images, height, width
   * @return rows of shape {height, width, 1} with values in [0, 1], kept as one byte a pixel
   * @throws DataException if the file is not there, not such a file, or damaged
   */
  public static Dataset images(Path file) {
    return open(file, Idx::images);
  }

  /**
   * Reads grey images from a stream, such as a resource, to its end. Does not close it.
   *
   * @param source IDX of three dimensions: images, height, width
   * @param name what messages call it
   * @return rows of shape {height, width, 1} with values in [0, 1], kept as one byte a pixel
   * @throws DataException if the stream does not hold such data, or is damaged
   */
  public static Dataset images(InputStream source, String name) {
    IdxReader reader = new IdxReader(source, name, 3);
    byte[] pixels = reader.read();
    int[] shape = reader.dimensions();
    return new ByteDataset(name, pixels, new int[] {shape[1], shape[2], 1}, 0, shape[0]);
  }

  /**
   * Reads labels.
   *
   * @param file IDX of one dimension
   * @return labels from 0 to 255, one a row
   * @throws DataException if the file is not there, not such a file, or damaged
   */
  public static int[] labels(Path file) {
    return open(file, Idx::labels);
  }

  /**
   * Reads labels from a stream, such as a resource, to its end. Does not close it.
   *
   * @param source IDX of one dimension
   * @param name what messages call it
   * @return labels from 0 to 255, one a row
   * @throws DataException if the stream does not hold such data, or is damaged
   */
  public static int[] labels(InputStream source, String name) {
    byte[] bytes = new IdxReader(source, name, 1).read();
    int[] labels = new int[bytes.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = bytes[i] & 0xff;
    }
    return labels;
  }

  private interface Reading<T> {
    T read(InputStream source, String name);
  }

  private static <T> T open(Path file, Reading<T> reading) {
    // A pipe would block, a device might never end.
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new DataException(Message.FILE_NOT_FOUND, file);
    }
    try (InputStream source = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return reading.read(source, file.toString());
    } catch (IOException e) {
      throw new DataException(e, Message.READ_FAILED, file, FileFault.reason(e));
    }
  }
}
