package io.venturi.restoration;

/**
 * A filter of images, which needs no training: what a model has to be better than. There are {@link
 * #median} and {@link #gaussian}; one of your own takes part in {@link Restoration#evaluate(
 * io.venturi.model.Codec, io.venturi.data.Dataset, io.venturi.data.Dataset, long, Baseline...)}.
 * Implementations are safe to use from many threads.
 */
public interface Filter {

  /** What it is, with its setting, such as {@code median 3 x 3}. */
  String name();

  /**
   * The filtered image.
   *
   * @param image (height, width, channels), the last dimension varying fastest; not to be changed
   * @param channels 1 or 3
   * @return as many finite values, in the same order
   */
  float[] apply(float[] image, int height, int width, int channels);

  /**
   * The median of the pixels around each, channel by channel. Beyond its edges an image goes on as
   * its own mirror image, the outermost pixel twice: {@code d c b a | a b c d | d c b a}.
   *
   * @param size pixels of the square window along a side, odd
   * @throws io.venturi.error.DataException if it is even, or below 1
   */
  static Filter median(int size) {
    return new MedianFilter(size);
  }

  /**
   * A weighted mean of the pixels around each by a Gaussian that is cut off at four standard
   * deviations, channel by channel. Edges are as {@link #median} has them.
   *
   * @param deviation the Gaussian's standard deviation in pixels, above 0 and at most 1,000
   * @throws io.venturi.error.DataException if it is not
   */
  static Filter gaussian(double deviation) {
    return new GaussianFilter(deviation);
  }
}
