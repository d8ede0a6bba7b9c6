package io.venturi.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScratchTest {

  private final Scratch scratch = new Scratch();

  @Test
  void anArrayStaysUntilMoreIsAskedFor() {
    float[] first = scratch.floats(2, 10);
    first[3] = 7;

    assertThat(first).hasSizeGreaterThanOrEqualTo(10);
    assertThat(scratch.floats(2, 4)).isSameAs(first);
    assertThat(scratch.floats(2, 10)).isSameAs(first);
    assertThat(scratch.floats(2, 11)).hasSizeGreaterThanOrEqualTo(11).containsOnly(0f);

    double[] second = scratch.doubles(1, 5);
    assertThat(scratch.doubles(1, 5)).isSameAs(second);
    assertThat(scratch.doubles(1, 6)).hasSizeGreaterThanOrEqualTo(6).isNotSameAs(second);
  }

  @Test
  void slotsAreApart() {
    float[] third = scratch.floats(3, 8);
    assertThat(scratch.floats(0, 8)).isNotSameAs(third);
    assertThat(scratch.floats(3, 8)).isSameAs(third);
    assertThat(new Scratch().floats(3, 8)).isNotSameAs(third);
  }

  @Test
  void thereIsNoSlotBelowZero() {
    assertThatThrownBy(() -> scratch.floats(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> scratch.doubles(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
