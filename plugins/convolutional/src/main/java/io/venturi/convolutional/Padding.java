package io.venturi.convolutional;

/** How far windows reach over an image's edges, where a spec gives no number of pixels. */
public enum Padding {

  /** Not at all: an image of n pixels has ⌊(n − span) / stride⌋ + 1 windows, along each side. */
  VALID,

  /**
   * As far as it takes for ⌈n / stride⌉ windows of n pixels, half of it on either side, where it is
   * odd one pixel more at the bottom and at the right: a convolution of stride 1 keeps the size.
   */
  SAME
}
