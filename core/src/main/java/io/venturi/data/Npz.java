package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.FileFault;
import io.venturi.error.Message;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads NPZ, the format in which NumPy saves several arrays: a ZIP file of NPY arrays, compressed
 * or not. What is said of {@link Npy} holds for each array.
 *
 * <p>Names are only names: nothing is written, and no path is made of them. No more is unpacked
 * than the array's own header announces; checksums are checked; encrypted files and files with two
 * entries of one name are refused. The file is opened for each reading and stays closed between.
 */
public final class Npz {

  private static final String SUFFIX = ".npy";
  private static final int MOST_ENTRIES = 10_000;

  /** As many names as a message repeats. */
  private static final int SHOWN = 8;

  private final Path file;
  private final List<String> names;

  private Npz(Path file, List<String> names) {
    this.file = file;
    this.names = names;
  }

  /**
   * Looks up which arrays a file has.
   *
   * @param file on the default file system
   * @throws DataException if the file is not there, not such a file, or damaged
   */
  public static Npz open(Path file) {
    return new Npz(file, reading(file, zip -> List.copyOf(arrays(zip).keySet())));
  }

  /** The names of the arrays, in the order of the file, without their suffix .npy. */
  public List<String> names() {
    return names;
  }

  /**
   * Reads rows.
   *
   * @param name of an array of shape (rows, features) or (rows, height, width, channels)
   * @throws DataException if there is no such array, or {@link Npy#read(Path)} would throw it
   */
  public Dataset dataset(String name) {
    return array(name, NpyReader::dataset);
  }

  /**
   * Reads labels: whole numbers, of any of the types.
   *
   * @param name of an array of shape (rows) or (rows, 1)
   * @return one label a row
   * @throws DataException if there is no such array, or {@link Npy#labels(Path)} would throw it
   */
  public int[] labels(String name) {
    return array(name, NpyReader::labels);
  }

  private interface ArrayReading<T> {
    T read(NpyReader reader) throws IOException;
  }

  private <T> T array(String name, ArrayReading<T> reading) {
    return reading(
        file,
        zip -> {
          Map<String, ZipEntry> arrays = arrays(zip);
          ZipEntry entry = arrays.get(name);
          if (entry == null) {
            throw new DataException(
                Message.NOT_IN_FILE, file, "array", Source.excerpt(name), listed(arrays.keySet()));
          }
          CheckedInputStream content =
              new CheckedInputStream(zip.getInputStream(entry), new CRC32());
          try (content) {
            T array = reading.read(new NpyReader(content, name + " of " + file));
            if (content.getChecksum().getValue() != entry.getCrc()) {
              throw new ZipException(
                  "its array "
                      + Source.excerpt(name)
                      + " does not have the checksum that the file gives");
            }
            return array;
          }
        });
  }

  /** Names in the way of messages. */
  static String listed(Collection<String> names) {
    String text =
        names.stream().limit(SHOWN).map(Source::excerpt).collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names.size() > SHOWN ? text + " and more" : text;
  }

  private static Map<String, ZipEntry> arrays(ZipFile zip) throws IOException {
    if (zip.size() > MOST_ENTRIES) {
      throw new ZipException("it has " + zip.size() + " entries, more than " + MOST_ENTRIES);
    }
    Map<String, ZipEntry> arrays = new LinkedHashMap<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (!name.endsWith(SUFFIX)) {
        continue; // Not an array: NumPy would give its bytes, for which there is no use here.
      }
      name = name.substring(0, name.length() - SUFFIX.length());
      if (arrays.put(name, entry) != null) {
        throw new ZipException("it has " + Source.excerpt(name) + " twice");
      }
    }
    return arrays;
  }

  private interface ZipReading<T> {
    T read(ZipFile zip) throws IOException;
  }

  private static <T> T reading(Path file, ZipReading<T> reading) {
    Source.requireRegular(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return reading.read(zip);
    } catch (ZipException | EOFException e) {
      throw new DataException(e, Message.NPZ_DAMAGED, file, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new DataException(e, Message.READ_FAILED, file, FileFault.reason(e));
    }
  }
}
