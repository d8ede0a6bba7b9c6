package io.venturi.processor.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {

  @Test
  void widthIsTheProductOfFixedSizes() {
    assertThat(Shape.of(28, 28, 1).width()).hasValue(784);
    assertThat(Shape.of(28, 28, 1).flatten()).isEqualTo(Dim.of(784));
    assertThat(Shape.of(28, 28, 1)).hasToString("28×28×1");
  }

  @Test
  void widthWaitsForTheDataWhereASizeDoes() {
    Shape half = Shape.flat(new Dim.OfInput(0.5));

    assertThat(half.width()).isEmpty();
    assertThat(half.flatten()).isEqualTo(new Dim.OfInput(0.5));
  }

  @Test
  void aShareIsRoundedUpAndAtLeastOne() {
    assertThat(new Dim.OfInput(0.5).in(7)).isEqualTo(4);
    assertThat(new Dim.OfInput(0.01).in(7)).isEqualTo(1);
    assertThat(new Dim.OfInput(1).in(7)).isEqualTo(7);
    assertThat(Dim.of(3).in(7)).isEqualTo(3);
  }

  @Test
  void refusesWhatIsNoShape() {
    assertThatThrownBy(() -> Dim.of(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Dim.OfInput(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Shape(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Shape.of(65536, 65536).width())
        .isInstanceOf(ArithmeticException.class);
  }
}
