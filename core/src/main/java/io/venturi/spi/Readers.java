package io.venturi.spi;

/**
 * Which of a block's weights read the same input of the layer: the one at place {@code e}, row
 * after row, reads input number {@code (e / stride) % inputs}. An image's input is one of its
 * channels.
 *
 * @param inputs how many there are, at least 1
 * @param stride how many weights of one input lie side by side, at least 1; the size of the block
 *     is a multiple of {@code inputs · stride}
 */
public record Readers(int inputs, int stride) {

  public Readers {
    if (inputs < 1 || stride < 1) {
      throw new IllegalArgumentException(inputs + " inputs, " + stride + " weights side by side");
    }
  }
}
