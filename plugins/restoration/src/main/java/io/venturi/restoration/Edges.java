package io.venturi.restoration;

/** How images go on beyond their edges. */
final class Edges {

  private Edges() {}

  /** The pixel, of {@code size}, that stands at a place which may lie beyond the edges. */
  static int mirrored(int place, int size) {
    int period = Math.floorMod(place, 2 * size);
    return period < size ? period : 2 * size - 1 - period;
  }
}
