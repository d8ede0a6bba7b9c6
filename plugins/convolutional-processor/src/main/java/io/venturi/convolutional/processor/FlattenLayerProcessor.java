package io.venturi.convolutional.processor;

import com.google.auto.service.AutoService;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.MirrorRequest;
import io.venturi.processor.spi.Shape;

/** The processor half of {@code @Flatten}. */
@AutoService(LayerProcessor.class)
public final class FlattenLayerProcessor implements LayerProcessor {

  @Override
  public String annotation() {
    return ImageLayerProcessor.PACKAGE + "Flatten";
  }

  @Override
  public String activation(AnnotationValues values) {
    return values.className("activation").orElse("io.venturi.kernel.Linear");
  }

  @Override
  public LayerInference plan(LayerRequest request) {
    return Reshaping.to(Shape.flat(request.input().flatten()));
  }

  @Override
  public LayerInference mirror(MirrorRequest request) {
    return Reshaping.to(request.output());
  }
}
