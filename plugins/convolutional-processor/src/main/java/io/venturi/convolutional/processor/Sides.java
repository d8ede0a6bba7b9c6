package io.venturi.convolutional.processor;

import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerProblem;
import java.util.ArrayList;
import java.util.List;

/** How windows move over an image: what an annotation says, downwards and to the right. */
record Sides(Side down, Side right) {

  private static final String STRIDE = "stride";
  private static final String DILATION = "dilation";
  private static final String PAD = "pad";

  /**
   * What is wrong with the annotation's numbers, whatever enters.
   *
   * @param size the member that has the window's size
   */
  static List<LayerProblem> check(AnnotationValues values, String size) {
    List<LayerProblem> problems = new ArrayList<>();
    requireCount(values, size, problems, 1, 2);
    requireCount(values, STRIDE, problems, size.equals(Pools.SIZE) ? 0 : 1, 2);
    if (values.has(DILATION)) {
      requireCount(values, DILATION, problems, 1, 2);
    }
    int pads = values.intValues(PAD).size();
    if (pads == 3 || pads > 4) {
      problems.add(
          LayerProblem.of(
              PAD,
              "has " + pads + " pads",
              "Give one, {height, width}, or {top, bottom, left, right}."));
    }
    if (pads > 0 && isSame(values)) {
      problems.add(LayerProblem.of(PAD, "has both padding = SAME and pads", "Keep one."));
    }
    if (problems.isEmpty()) {
      Sides sides = of(values, size);
      requireReach(sides.down, "downwards", problems);
      requireReach(sides.right, "to the right", problems);
    }
    return problems;
  }

  private static boolean isSet(AnnotationValues values, String member) {
    return !values.intValues(member).isEmpty();
  }

  private static void requireCount(
      AnnotationValues values, String member, List<LayerProblem> problems, int least, int most) {
    int count = values.intValues(member).size();
    if (count < least || count > most) {
      problems.add(
          LayerProblem.of(
              member,
              "has " + count + " numbers for its " + member,
              "Give one, or {height, width}."));
    }
  }

  private static void requireReach(Side side, String where, List<LayerProblem> problems) {
    int pad = Math.max(side.before(), side.after());
    if (pad >= side.span()) {
      problems.add(
          LayerProblem.of(
              PAD,
              "has a pad of %d for windows that span %d %s, so that some lie beyond the image"
                  .formatted(pad, side.span(), where),
              "Use at most %d.".formatted(side.span() - 1)));
    }
  }

  /** What a sound annotation says. Where no stride is set, windows lie side by side. */
  static Sides of(AnnotationValues values, String size) {
    List<Integer> kernel = values.intValues(size);
    List<Integer> stride = isSet(values, STRIDE) ? values.intValues(STRIDE) : kernel;
    List<Integer> dilation = values.has(DILATION) ? values.intValues(DILATION) : List.of(1);
    List<Integer> pads = values.intValues(PAD);
    boolean same = isSame(values);
    return new Sides(
        new Side(first(kernel), first(stride), first(dilation), pad(pads, 0), pad(pads, 1), same),
        new Side(last(kernel), last(stride), last(dilation), pad(pads, 2), pad(pads, 3), same));
  }

  static boolean isSame(AnnotationValues values) {
    return values.stringValue("padding").equals("SAME");
  }

  static int first(List<Integer> numbers) {
    return numbers.get(0);
  }

  static int last(List<Integer> numbers) {
    return numbers.get(numbers.size() - 1);
  }

  /** At the top, the bottom, the left or the right. */
  private static int pad(List<Integer> pads, int edge) {
    return switch (pads.size()) {
      case 0 -> 0;
      case 1 -> pads.get(0);
      case 2 -> pads.get(edge / 2);
      default -> pads.get(edge);
    };
  }

  /** Whether there is a window at all. */
  boolean fit(Image image) {
    return down.windows(image.height()) >= 1 && right.windows(image.width()) >= 1;
  }

  /** That there is none. */
  LayerProblem tooLarge(Image image, String member) {
    boolean dilated = down.dilation() > 1 || right.dilation() > 1;
    String spans =
        dilated ? " that spans %d×%d with its dilation".formatted(down.span(), right.span()) : "";
    String padded = down.padded(image.height()) + "×" + right.padded(image.width());
    return LayerProblem.of(
        member,
        "has a window of %d×%d%s, larger than its padded input of %s"
            .formatted(down.kernel(), right.kernel(), spans, padded),
        dilated
            ? "Use a smaller window or dilation, or more padding."
            : "Use a window of at most %s, or more padding.".formatted(padded));
  }

  /** The image that has a pixel for each window. */
  Image windows(Image image, int channels) {
    return new Image(
        (int) down.windows(image.height()), (int) right.windows(image.width()), channels);
  }

  /** As the run time reads it: {@code 3x3 stride 2x2 dilation 1x1 pad 0x0}. */
  String text(Image image, Image windows) {
    return "%dx%d stride %dx%d dilation %dx%d pad %dx%d"
        .formatted(
            down.kernel(),
            right.kernel(),
            down.stride(),
            right.stride(),
            down.dilation(),
            right.dilation(),
            down.padBefore(image.height(), windows.height()),
            right.padBefore(image.width(), windows.width()));
  }
}
