package io.venturi.restoration;

/**
 * A filter of images, which needs no training: what a model has to be better than. Channels are
 * filtered one by one. Beyond its edges an image goes on as its own mirror image, the outermost
 * pixel twice: {@code d c b a | a b c d | d c b a}.
 */
interface Filter {

  /** What it is, with its setting. */
  String name();

  /**
   * The filtered image.
   *
   * @param image values of this shape, not changed
   */
  float[] apply(float[] image, ImageShape shape);

  /** The pixel, of {@code size}, that stands at a place which may lie beyond the edges. */
  static int mirrored(int place, int size) {
    int period = Math.floorMod(place, 2 * size);
    return period < size ? period : 2 * size - 1 - period;
  }
}
