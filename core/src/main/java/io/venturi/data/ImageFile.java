package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** One reading of one PNG or JPEG file. */
final class ImageFile {

  private static final int MOST_PIXELS = 1 << 25;
  private static final int MOST_BYTES = 1 << 28;

  private static final long PNG_SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int PNG_END = 0x49454e44;

  /** Bytes of a PNG chunk beside its data: length, type and checksum. */
  private static final int PNG_CHUNK = 12;

  private final Path file;
  private final ImageFolder.Colour colour;
  private final int expectedHeight;
  private final int expectedWidth;

  private ImageFile(Path file, ImageFolder.Colour colour, int expectedHeight, int expectedWidth) {
    this.file = file;
    this.colour = colour;
    this.expectedHeight = expectedHeight;
    this.expectedWidth = expectedWidth;
  }

  static Pixels read(Path file, ImageFolder.Colour colour) {
    return read(file, colour, 0, 0);
  }

  /**
   * @param height what the file has to say before it is decoded, or 0 for any
   * @param width the same
   */
  static Pixels read(Path file, ImageFolder.Colour colour, int height, int width) {
    ImageFile reading = new ImageFile(file, colour, height, width);
    byte[] bytes = Source.read(file, (source, name) -> source.readNBytes(MOST_BYTES + 1));
    if (bytes.length > MOST_BYTES) {
      throw reading.damaged(null, "it has more than " + MOST_BYTES + " bytes");
    }
    return reading.decode(bytes);
  }

  private Pixels decode(byte[] bytes) {
    String format = formatOf(bytes);
    if (format.equals("png")) {
      checkChunks(ByteBuffer.wrap(bytes));
    }
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) {
      throw damaged(null, "this Java has no reader for " + format);
    }
    ImageReader reader = readers.next();
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    try (MemoryCacheImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      // Without metadata, which may be compressed text of any size.
      reader.setInput(input, true, true);
      int height = reader.getHeight(0);
      int width = reader.getWidth(0);
      if ((long) height * width > MOST_PIXELS) {
        throw damaged(
            null, "it has " + height + " x " + width + " pixels, more than " + MOST_PIXELS);
      }
      if (expectedHeight > 0 && (height != expectedHeight || width != expectedWidth)) {
        throw new DataException(
            Message.IMAGE_OTHER_SIZE, file, height, width, expectedHeight, expectedWidth);
      }
      BufferedImage image = reader.read(0);
      // The JPEG reader fills what is missing with grey and says so in a warning only.
      if (!warnings.isEmpty()) {
        throw damaged(null, warnings.get(0));
      }
      return isGrey(image) ? fromGrey(image) : fromColour(image);
    } catch (IOException | RuntimeException e) {
      if (e instanceof DataException refused) {
        throw refused;
      }
      // The JDK's readers throw many kinds of exception at damaged files.
      throw damaged(e, String.valueOf(e.getMessage()));
    } finally {
      reader.dispose();
    }
  }

  private String formatOf(byte[] bytes) {
    if (bytes.length >= Long.BYTES && ByteBuffer.wrap(bytes).getLong() == PNG_SIGNATURE) {
      return "png";
    }
    if (bytes.length >= 3
        && bytes[0] == (byte) 0xff
        && bytes[1] == (byte) 0xd8
        && bytes[2] == (byte) 0xff) {
      return "jpeg";
    }
    throw damaged(
        null, bytes.length == 0 ? "it is empty" : "it starts neither as PNG nor as JPEG does");
  }

  /** The JDK does not look at checksums, nor whether the end is there. */
  private void checkChunks(ByteBuffer bytes) {
    int position = Long.BYTES;
    int type;
    do {
      if (bytes.limit() - position < PNG_CHUNK) {
        throw damaged(null, "it is cut short at byte " + bytes.limit());
      }
      int length = bytes.getInt(position);
      type = bytes.getInt(position + Integer.BYTES);
      if (length < 0 || length > bytes.limit() - position - PNG_CHUNK) {
        throw damaged(null, "it is cut short at byte " + bytes.limit());
      }
      CRC32 checksum = new CRC32();
      checksum.update(bytes.slice(position + Integer.BYTES, Integer.BYTES + length));
      position += PNG_CHUNK + length;
      if ((int) checksum.getValue() != bytes.getInt(position - Integer.BYTES)) {
        throw damaged(null, "the checksum before byte " + position + " is wrong");
      }
    } while (type != PNG_END);
    if (position < bytes.limit()) {
      throw damaged(null, "more follows its end at byte " + position);
    }
  }

  private static boolean isGrey(BufferedImage image) {
    return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** Takes the samples as they are: Java holds grey for linear and would brighten it. */
  private Pixels fromGrey(BufferedImage image) {
    int height = image.getHeight();
    int width = image.getWidth();
    int channels = colour.channels();
    Raster raster = image.getRaster();
    int shift = image.getSampleModel().getSampleSize(0) - Byte.SIZE;
    byte[] values = new byte[Math.multiplyExact(height * width, channels)];
    int[] line = new int[width];
    int next = 0;
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, line);
      for (int sample : line) {
        for (int channel = 0; channel < channels; channel++) {
          values[next++] = (byte) (sample >> shift);
        }
      }
    }
    return new Pixels(height, width, channels, values);
  }

  private Pixels fromColour(BufferedImage image) {
    int height = image.getHeight();
    int width = image.getWidth();
    int channels = colour.channels();
    byte[] values = new byte[Math.multiplyExact(height * width, channels)];
    int[] line = new int[width];
    int next = 0;
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, line, 0, width);
      for (int pixel : line) {
        int red = pixel >> 16 & 0xff;
        int green = pixel >> 8 & 0xff;
        int blue = pixel & 0xff;
        if (channels == 1) {
          values[next++] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
        } else {
          values[next++] = (byte) red;
          values[next++] = (byte) green;
          values[next++] = (byte) blue;
        }
      }
    }
    return new Pixels(height, width, channels, values);
  }

  private DataException damaged(@Nullable Exception cause, String what) {
    return cause == null
        ? new DataException(Message.IMAGE_DAMAGED, file, what)
        : new DataException(cause, Message.IMAGE_DAMAGED, file, what);
  }
}
