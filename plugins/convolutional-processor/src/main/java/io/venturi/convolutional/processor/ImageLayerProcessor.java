package io.venturi.convolutional.processor;

import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerProblem;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRefusal;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.MirrorRequest;
import io.venturi.processor.spi.Shape;
import java.util.Optional;

/** What the layers that take images have in common. */
abstract class ImageLayerProcessor implements LayerProcessor {

  static final String PACKAGE = "io.venturi.convolutional.";

  private final String annotation;

  ImageLayerProcessor(String simpleName) {
    this.annotation = PACKAGE + simpleName;
  }

  @Override
  public final String annotation() {
    return annotation;
  }

  @Override
  public final String activation(AnnotationValues values) {
    return values.className("activation").orElse("io.venturi.kernel.Linear");
  }

  @Override
  public final LayerInference plan(LayerRequest request) {
    return Image.of(request.input())
        .map(image -> plan(request, image))
        .orElseGet(() -> LayerRefusal.of(Image.required(request.input())));
  }

  abstract LayerInference plan(LayerRequest request, Image input);

  @Override
  public final LayerInference mirror(MirrorRequest request) {
    Image input = image(request.input());
    Image output = image(request.output());
    return mirror(request, input, output);
  }

  /** An encoder layer that was planned takes images and makes them. */
  private static Image image(Shape shape) {
    return Image.of(shape).orElseThrow();
  }

  abstract LayerInference mirror(MirrorRequest request, Image input, Image output);

  /** That a layer makes more than a row holds. */
  static LayerRefusal tooManyValues(String member, long height, long width, long channels) {
    return LayerRefusal.of(
        new LayerProblem(
            Optional.of(member),
            "makes images of %d×%d×%d, more values than the 536,870,911 that a row can have"
                .formatted(height, width, channels),
            "Make them smaller."));
  }
}
