package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.FileFault;
import io.venturi.error.Message;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Reads the PNG and JPEG images of a folder: files that end in .png, .jpg or .jpeg in whatever
 * case, in the order of their names' characters. Other files and folders within are left alone. The
 * format is told from the bytes. Colours are taken as sRGB, an image's transparency and the
 * orientation that a camera noted are ignored; of 16 bits the upper 8 are kept. Grey is 0.299 red +
 * 0.587 green + 0.114 blue.
 *
 * <p>Files are not trusted: an image's size is looked at before it is decoded, and more than 33 554
 * 432 pixels or 256 MiB are refused; so is a file that is cut short or damaged. Nothing is skipped:
 * one broken file stops the reading and is named. Links are followed.
 */
public final class ImageFolder {

  private ImageFolder() {}

  /**
   * What a folder holds.
   *
   * @param data rows of shape {height, width, 1} or {height, width, 3}, red first, with values in
   *     [0, 1], kept as one byte a value
   * @param files names of the files without their folder, one a row
   */
  public record Images(Dataset data, List<String> files) {}

  /** What becomes of the colours. */
  public enum Colour {
    /** One channel. */
    GREY(1),
    /** Three channels: red, green, blue. */
    RGB(3);

    private final int channels;

    Colour(int channels) {
      this.channels = channels;
    }

    int channels() {
      return channels;
    }
  }

  /**
   * How to read images.
   *
   * @param height of every row, or 0 for images that have one size, which is kept
   * @param width of every row, or 0 with height 0
   * @param colour the channels of every row
   */
  public record Options(int height, int width, Colour colour) {

    public Options {
      if (height < 0 || width < 0 || (height == 0) != (width == 0)) {
        throw new DataException(
            Message.HYPERPARAMETER,
            "the size of images",
            height + " x " + width,
            "positive, or 0 x 0 to keep it");
      }
    }

    /** Images that have one size, which is kept; others are refused. */
    public static Options sameSize(Colour colour) {
      return new Options(0, 0, colour);
    }

    /**
     * Scales each image to one size by linear interpolation, over as many pixels as one becomes
     * when it shrinks. Images of another aspect are stretched.
     */
    public static Options scaled(int height, int width, Colour colour) {
      if (height == 0) {
        throw new DataException(
            Message.HYPERPARAMETER, "the size of images", height + " x " + width, "positive");
      }
      return new Options(height, width, colour);
    }
  }

  /**
   * Reads all images of a folder.
   *
   * @throws DataException if the folder cannot be read or has no images, if one is damaged or too
   *     large, or if they have several sizes and the options give none
   */
  public static Images read(Path folder, Options options) {
    List<Path> files = files(folder);
    int channels = options.colour().channels();
    int[] shape = {options.height(), options.width(), channels};
    if (options.height() > 0) { // Before the first of many files is read.
      lengthOf(folder, files, shape);
    }
    byte[] values = new byte[0];
    int count = 0;
    for (Path file : files) {
      Pixels image = ImageFile.read(file, options.colour());
      if (options.height() > 0) {
        image = image.scaled(options.height(), options.width());
      } else if (count == 0) {
        shape = new int[] {image.height(), image.width(), channels};
      } else if (image.height() != shape[0] || image.width() != shape[1]) {
        throw new DataException(
            Message.IMAGE_SIZE, file, image.height(), image.width(), shape[0], shape[1]);
      }
      byte[] row = image.values();
      int length = lengthOf(folder, files, shape);
      if (count + row.length > values.length) {
        // Grows with what is there: all the files may claim a size that only the first one has.
        long wanted = Math.max(2L * values.length, row.length);
        values = Arrays.copyOf(values, (int) Math.min(length, wanted));
      }
      System.arraycopy(row, 0, values, count, row.length);
      count += row.length;
    }
    return new Images(
        new ByteDataset(folder.toString(), values, shape, 0, files.size()),
        files.stream().map(file -> String.valueOf(file.getFileName())).toList());
  }

  /**
   * Reads one image of a known size, for those who go through a folder file by file. Another size
   * is refused before anything is decoded.
   *
   * @return one row of shape {height, width, 1} or {height, width, 3}, with values in [0, 1]
   * @throws DataException if the file cannot be read, is damaged, or has another size
   */
  public static Dataset readFile(Path file, int height, int width, Colour colour) {
    if (height < 1 || width < 1) {
      throw new DataException(
          Message.HYPERPARAMETER, "the size of images", height + " x " + width, "positive");
    }
    Pixels image = ImageFile.read(file, colour, height, width);
    int[] shape = {height, width, colour.channels()};
    return new ByteDataset(file.toString(), image.values(), shape, 0, 1);
  }

  /**
   * The images of a folder, in the order in which {@link #read} has them; none is opened.
   *
   * @throws DataException if the folder cannot be read or has no images
   */
  public static List<Path> files(Path folder) {
    List<Path> files = list(folder);
    if (files.isEmpty()) {
      throw new DataException(Message.NO_ROWS, "the folder of images " + folder);
    }
    return files;
  }

  private static int lengthOf(Path folder, List<Path> files, int[] shape) {
    String name = folder.toString();
    return StoredDataset.lengthOf(name, files.size(), StoredDataset.widthOf(name, shape));
  }

  private static List<Path> list(Path folder) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName()).toLowerCase(Locale.ROOT);
        boolean named = name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
        if (named && !Files.isDirectory(entry)) {
          files.add(entry);
        }
      }
    } catch (DirectoryIteratorException | IOException e) {
      throw new DataException(e, Message.READ_FAILED, folder, FileFault.reason(e));
    }
    Collections.sort(files, Comparator.comparing(file -> String.valueOf(file.getFileName())));
    return files;
  }
}
