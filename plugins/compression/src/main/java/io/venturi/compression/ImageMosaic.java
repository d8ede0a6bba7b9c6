package io.venturi.compression;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Images side by side in one large picture, through the codecs that every Java has: single small
 * ones would be little but headers. JPEG is progressive, which lets it fit its Huffman codes to the
 * picture. Values become bytes.
 */
public final class ImageMosaic {

  /** The longest side that JPEG has. */
  private static final int LONGEST = 65_500;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final MosaicCoding coding;

  private ImageMosaic(Dataset images) {
    this.coding = new MosaicCoding(images);
  }

  /**
   * Lays images out.
   *
   * @param images of shape {height, width}, {height, width, 1} or {height, width, 3}
   * @throws DataException if they are of another shape, or too many for one picture, or a value is
   *     not in [0, 1]
   */
  public static ImageMosaic of(Dataset images) {
    int[] shape = images.shape();
    boolean image = shape.length == 2 || (shape.length == 3 && (shape[2] == 1 || shape[2] == 3));
    if (!image) {
      throw new DataException(CompressionMessage.NO_MOSAIC, images.name(), Arrays.toString(shape));
    }
    int columns = columns(images);
    int rows = (images.size() + columns - 1) / columns;
    long height = (long) rows * shape[0];
    long width = (long) columns * shape[1];
    int channels = images.width() / (shape[0] * shape[1]);
    if (height > LONGEST || width > LONGEST || height * width * channels > LARGEST_ARRAY) {
      throw new DataException(
          CompressionMessage.LARGE_MOSAIC, images.size(), images.name(), width, height);
    }
    return new ImageMosaic(images);
  }

  static int columns(Dataset images) {
    return (int) Math.ceil(Math.sqrt(images.size()));
  }

  /**
   * The curve of JPEG.
   *
   * @param qualities from 0 to 1
   */
  public RateCurve jpeg(double... qualities) {
    return new RateCurve(
        "JPEG", Arrays.stream(qualities).mapToObj(quality -> coding.point(quality)).toList());
  }

  /** The smallest JPEG that reaches this PSNR; empty if none does. */
  public Optional<RatePoint> jpegReaching(double psnr) {
    return coding.reaching(psnr, 0, 1);
  }

  /** The picture as PNG, which loses nothing but what is finer than bytes. */
  public RatePoint png() {
    return coding.point("lossless", coding.png());
  }
}
