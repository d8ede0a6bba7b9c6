package io.venturi.data;

import io.venturi.error.DataException;
import java.nio.file.Path;

/**
 * Reads NPY, the format in which NumPy saves one array: versions 1.0 to 3.0, C and Fortran order,
 * little and big endian, elements that are booleans, integers of 1 to 8 bytes with and without
 * sign, or floats of 2, 4 or 8 bytes. Values become the nearest float; integers beyond 2^24 and
 * floats of 8 bytes are rounded.
 *
 * <p>Files are not trusted: Python objects and structures are refused and nothing in a file is ever
 * run, memory grows with the bytes that are really there, and a file that is cut short, damaged, or
 * longer than it says is refused. An array in Fortran order is turned in memory, for which it is
 * there twice for a moment. Links are followed; anything but a regular file is refused.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The
 *     format</a>
 */
public final class Npy {

  private Npy() {}

  /**
   * Reads rows.
   *
   * @param file an array of shape (rows, features) or (rows, height, width, channels): the first
   *     dimension counts rows, the others are the shape of one
   * @throws DataException if the file is not there, not such a file, or damaged, has fewer than two
   *     dimensions, or a number that is too large for a float
   */
  public static Dataset read(Path file) {
    return Source.read(file, (source, name) -> new NpyReader(source, name).dataset());
  }

  /**
   * The rows of an array that may be larger than memory, to train on with {@code Trainer.fit}. The
   * header is read at once, for the number of rows, and compared with the file's size; values are
   * read and checked when they are wanted.
   *
   * @param file as for {@link #read}, but in C order
   * @throws DataException as by {@link #read}, also if the array is in Fortran order
   */
  public static RowStream stream(Path file) {
    return NpyStream.of(file);
  }

  /**
   * Reads labels: whole numbers, of any of the types.
   *
   * @param file an array of shape (rows) or (rows, 1)
   * @return one label a row
   * @throws DataException if the file is not there, not such a file, or damaged, or holds anything
   *     but whole numbers that fit an int
   */
  public static int[] labels(Path file) {
    return Source.read(file, (source, name) -> new NpyReader(source, name).labels());
  }
}
