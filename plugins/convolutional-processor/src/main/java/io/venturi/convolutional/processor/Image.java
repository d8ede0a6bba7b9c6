package io.venturi.convolutional.processor;

import io.venturi.processor.spi.Dim;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.LayerProblem;
import io.venturi.processor.spi.Shape;
import java.util.List;
import java.util.Optional;

/** The shape of an image. */
record Image(int height, int width, int channels) {

  /** Values that a row can have: their bytes are counted in an int. */
  private static final long LARGEST = Integer.MAX_VALUE / Float.BYTES;

  /** The image that a row of this shape is, if it is one. */
  static Optional<Image> of(Shape shape) {
    if (shape.dims().size() != 3 || shape.width().isEmpty()) {
      return Optional.empty();
    }
    List<Integer> sizes = shape.dims().stream().map(dim -> dim.fixed().orElseThrow()).toList();
    return Optional.of(new Image(sizes.get(0), sizes.get(1), sizes.get(2)));
  }

  /** Why a row of this shape is no image. */
  static LayerProblem required(Shape shape) {
    if (shape.width().isEmpty()) {
      return new LayerProblem(
          Optional.empty(),
          "works on images, but the data says how wide a row is, and not how an image is cut",
          "Give the network's input as {height, width, channels}.");
    }
    String fix =
        shape.dims().size() == 2
            ? "Give the shape its channels: {%s, %s, 1} for grey ones."
                .formatted(shape.dims().get(0), shape.dims().get(1))
            : "Give the network's input as {height, width, channels}, or put a @Reshape before.";
    return new LayerProblem(
        Optional.empty(),
        "works on images of height×width×channels, but what enters is " + shape,
        fix);
  }

  /** Whether a row can have so many values. */
  static boolean fits(long height, long width, long channels) {
    return height <= LARGEST && width <= LARGEST / height && channels <= LARGEST / height / width;
  }

  Shape shape() {
    return Shape.of(height, width, channels);
  }

  /** The sizes as a kernel's next arguments. */
  static void arguments(LayerPlan.Builder plan, Image in, Image out, boolean withDepth) {
    arguments(plan, in.height, in.width, in.channels, out.height, out.width);
    if (withDepth) {
      arguments(plan, out.channels);
    }
  }

  private static void arguments(LayerPlan.Builder plan, int... sizes) {
    for (int size : sizes) {
      plan.size(Dim.of(size));
    }
  }
}
