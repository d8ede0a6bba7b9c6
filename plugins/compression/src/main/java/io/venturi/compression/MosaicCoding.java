package io.venturi.compression;

import io.venturi.data.Dataset;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images laid out in one picture, row by row, through JPEG; the setting is its quality. */
final class MosaicCoding extends Coding {

  private final int height;
  private final int lineOfImage;
  private final int columns;
  private final BufferedImage picture;

  MosaicCoding(Dataset images) {
    super(images);
    int[] shape = images.shape();
    height = shape[0];
    lineOfImage = images.width() / height;
    columns = ImageMosaic.columns(images);
    int channels = shape.length == 3 ? shape[2] : 1;
    picture =
        new BufferedImage(
            columns * shape[1],
            (images.size() + columns - 1) / columns * height,
            channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixels = pixels(picture);
    forEachLine(
        (image, from, to) -> {
          for (int i = 0; i < lineOfImage; i++) {
            pixels[to + swapped(i, channels)] =
                (byte) Math.round(255 * originals()[image][from + i]);
          }
        });
  }

  /** Red, green and blue of rows are blue, green and red of pictures. */
  private static int swapped(int i, int channels) {
    return channels == 1 ? i : i - i % 3 + 2 - i % 3;
  }

  private interface Line {
    void of(int image, int from, int to);
  }

  private void forEachLine(Line line) {
    int stride = columns * lineOfImage;
    IntStream.range(0, originals().length)
        .parallel()
        .forEach(
            image -> {
              int corner = image / columns * height * stride + image % columns * lineOfImage;
              for (int y = 0; y < height; y++) {
                line.of(image, y * lineOfImage, corner + y * stride);
              }
            });
  }

  private static byte[] pixels(BufferedImage picture) {
    return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
  }

  @Override
  Coded at(double quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality((float) quality);
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
      out.flush();
      return decoded(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail so.
    } finally {
      writer.dispose();
    }
  }

  /** As PNG, without loss. */
  Coded png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture, "png", out);
      out.flush();
      return decoded(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail so.
    }
  }

  private Coded decoded(byte[] file) throws IOException {
    BufferedImage read =
        ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
    if (read.getType() != picture.getType()) {
      throw new IllegalStateException("A picture came back of another kind.");
    }
    byte[] pixels = pixels(read);
    int channels = picture.getRaster().getNumBands();
    float[][] images = new float[originals().length][height * lineOfImage];
    forEachLine(
        (image, from, to) -> {
          for (int i = 0; i < lineOfImage; i++) {
            images[image][from + i] = (pixels[to + swapped(i, channels)] & 0xff) / 255f;
          }
        });
    return new Coded(file.length, images);
  }

  @Override
  String name(double quality) {
    return String.format(Locale.ROOT, "quality %.3f", quality);
  }
}
