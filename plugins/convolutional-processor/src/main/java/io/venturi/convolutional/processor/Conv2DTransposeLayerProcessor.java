package io.venturi.convolutional.processor;

import com.google.auto.service.AutoService;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerProblem;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRefusal;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.MirrorRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processor half of {@code @Conv2DTranspose}. */
@AutoService(LayerProcessor.class)
public final class Conv2DTransposeLayerProcessor extends ImageLayerProcessor {

  private static final String OUTPUT_SIZE = "outputSize";

  public Conv2DTransposeLayerProcessor() {
    super("Conv2DTranspose");
  }

  @Override
  public List<LayerProblem> check(AnnotationValues values, boolean isLast) {
    List<LayerProblem> problems = new ArrayList<>(Sides.check(values, Convolutions.KERNEL));
    int sizes = values.intValues(OUTPUT_SIZE).size();
    if (sizes != 0 && sizes != 2) {
      problems.add(
          LayerProblem.of(
              OUTPUT_SIZE, "has " + sizes + " numbers for its size", "Give {height, width}."));
    }
    return problems;
  }

  @Override
  public Optional<String> widthMember(AnnotationValues values) {
    return Optional.of(Convolutions.FILTERS);
  }

  @Override
  LayerInference plan(LayerRequest request, Image input) {
    AnnotationValues values = request.annotation();
    Sides sides = Sides.of(values, Convolutions.KERNEL);
    if (sides.down().most(input.height()) < 1 || sides.right().most(input.width()) < 1) {
      return LayerRefusal.of(nothingLeft(input));
    }
    long height = Math.max(1, sides.down().usual(input.height()));
    long width = Math.max(1, sides.right().usual(input.width()));
    List<Integer> wanted = wanted(request, sides, input);
    if (!wanted.isEmpty()) {
      height = wanted.get(0);
      width = wanted.get(1);
    }
    if (!sides.down().makes(height, input.height()) || !sides.right().makes(width, input.width())) {
      return LayerRefusal.of(impossible(sides, input, height, width));
    }
    int filters = values.intValue(Convolutions.FILTERS);
    return Image.fits(height, width, filters)
        ? Convolutions.transposed(values, input, new Image((int) height, (int) width, filters))
        : tooManyValues(Convolutions.FILTERS, height, width, filters);
  }

  /** What the spec says; or, of the last layer, the network's input, if that can be. */
  private static List<Integer> wanted(LayerRequest request, Sides sides, Image input) {
    List<Integer> written = request.annotation().intValues(OUTPUT_SIZE);
    if (!written.isEmpty() || !request.isLast()) {
      return written;
    }
    return Image.of(request.networkInput())
        .filter(
            image ->
                sides.down().makes(image.height(), input.height())
                    && sides.right().makes(image.width(), input.width()))
        .map(image -> List.of(image.height(), image.width()))
        .orElse(List.of());
  }

  private static LayerProblem nothingLeft(Image input) {
    return LayerProblem.of(
        "pad",
        "has pads that leave nothing of what it makes of %d×%d pixels"
            .formatted(input.height(), input.width()),
        "Use smaller pads.");
  }

  private static LayerProblem impossible(Sides sides, Image input, long height, long width) {
    return LayerProblem.of(
        OUTPUT_SIZE,
        "cannot make %d×%d of %d×%d with this window"
            .formatted(height, width, input.height(), input.width()),
        "A height of %s and a width of %s would fit."
            .formatted(sizes(sides.down(), input.height()), sizes(sides.right(), input.width())));
  }

  private static String sizes(Side side, int windows) {
    long fewest = Math.max(1, side.fewest(windows));
    return fewest == side.most(windows) ? "" + fewest : fewest + " to " + side.most(windows);
  }

  @Override
  LayerInference mirror(MirrorRequest request, Image input, Image output) {
    return request.tied()
        ? Convolutions.tied(request, /* transposed= */ false)
        : Convolutions.convolution(request.annotation(), input, output);
  }
}
