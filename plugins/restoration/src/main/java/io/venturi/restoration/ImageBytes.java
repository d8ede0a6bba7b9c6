package io.venturi.restoration;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images as the bytes of files. */
final class ImageBytes {

  private static final float JPEG_QUALITY = 0.95f;

  private ImageBytes() {}

  /**
   * A PNG file, or a JPEG file if the name says so.
   *
   * @param values of this shape, finite; clipped to [0, 1]
   */
  static byte[] of(float[] values, ImageShape shape, Path name) {
    String lower = String.valueOf(name.getFileName()).toLowerCase(Locale.ROOT);
    boolean jpeg = lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    ImageWriter writer = ImageIO.getImageWritersByFormatName(jpeg ? "jpeg" : "png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      if (jpeg) {
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(JPEG_QUALITY);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image(values, shape), null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail so.
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage image(float[] values, ImageShape shape) {
    boolean grey = shape.channels() == 1;
    BufferedImage image =
        new BufferedImage(
            shape.width(),
            shape.height(),
            grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    // By the raster: Java holds grey for linear, and would change what is set as a colour.
    WritableRaster raster = image.getRaster();
    int[] samples = new int[values.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Math.round(Math.max(0, Math.min(1, values[i])) * 255);
    }
    raster.setPixels(0, 0, shape.width(), shape.height(), samples);
    return image;
  }
}
