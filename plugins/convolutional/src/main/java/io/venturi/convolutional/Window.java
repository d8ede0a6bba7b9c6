package io.venturi.convolutional;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window that moves over an image. Sizes in pixels.
 *
 * @param kernelHeight pixels that it takes, downwards; at least 1, as are strides and dilations
 * @param kernelWidth pixels that it takes, to the right
 * @param strideHeight how far it moves down at a time
 * @param strideWidth how far it moves right at a time
 * @param dilationHeight how far apart the pixels are that it takes, downwards
 * @param dilationWidth how far apart they are to the right
 * @param top how far the first window reaches over the upper edge; less than its span
 * @param left how far it reaches over the left edge
 */
record Window(
    int kernelHeight,
    int kernelWidth,
    int strideHeight,
    int strideWidth,
    int dilationHeight,
    int dilationWidth,
    int top,
    int left) {

  /** Far more than an image has; bounds products of such numbers. */
  private static final int LARGEST = 1 << 24;

  private static final String PAIR = "(\\d{1,8})x(\\d{1,8})";
  private static final Pattern TEXT =
      Pattern.compile("%1$s stride %1$s dilation %1$s pad %1$s".formatted(PAIR));

  Window {
    requireSize(kernelHeight, kernelWidth);
    requireSize(strideHeight, strideWidth);
    requireSize(dilationHeight, dilationWidth);
    if ((long) kernelHeight * kernelWidth > LARGEST
        || top < 0
        || left < 0
        || top >= span(kernelHeight, dilationHeight)
        || left >= span(kernelWidth, dilationWidth)) {
      throw new IllegalArgumentException(
          "a window of %d×%d with %d×%d pixels beyond the edges"
              .formatted(kernelHeight, kernelWidth, top, left));
    }
  }

  private static void requireSize(int height, int width) {
    if (height < 1 || width < 1 || height > LARGEST || width > LARGEST) {
      throw new IllegalArgumentException("a window has " + height + "×" + width + " for a size");
    }
  }

  /** How many pixels lie between its ends, both counted. */
  private static long span(int kernel, int dilation) {
    return (kernel - 1L) * dilation + 1;
  }

  /**
   * Reads what {@link #toString} writes, such as {@code 3x3 stride 2x2 dilation 1x1 pad 0x0}, each
   * height before width. It may come from a damaged or hostile file.
   *
   * @throws IllegalArgumentException if it is no window
   */
  static Window parse(String text) {
    Matcher match = TEXT.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no window");
    }
    int[] n = new int[match.groupCount()];
    for (int i = 0; i < n.length; i++) {
      n[i] = Integer.parseInt(match.group(i + 1));
    }
    return new Window(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
  }

  @Override
  public String toString() {
    return "%dx%d stride %dx%d dilation %dx%d pad %dx%d"
        .formatted(
            kernelHeight,
            kernelWidth,
            strideHeight,
            strideWidth,
            dilationHeight,
            dilationWidth,
            top,
            left);
  }
}
