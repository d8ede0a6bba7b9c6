package io.venturi.convolutional.processor;

import com.google.auto.service.AutoService;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerProblem;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRefusal;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.MirrorRequest;
import java.util.List;
import java.util.Optional;

/** The processor half of {@code @Conv2D}. */
@AutoService(LayerProcessor.class)
public final class Conv2DLayerProcessor extends ImageLayerProcessor {

  public Conv2DLayerProcessor() {
    super("Conv2D");
  }

  @Override
  public List<LayerProblem> check(AnnotationValues values, boolean isLast) {
    return Sides.check(values, Convolutions.KERNEL);
  }

  @Override
  public Optional<String> widthMember(AnnotationValues values) {
    return Optional.of(Convolutions.FILTERS);
  }

  @Override
  LayerInference plan(LayerRequest request, Image input) {
    AnnotationValues values = request.annotation();
    Sides sides = Sides.of(values, Convolutions.KERNEL);
    if (!sides.fit(input)) {
      return LayerRefusal.of(sides.tooLarge(input, Convolutions.KERNEL));
    }
    Image output = sides.windows(input, values.intValue(Convolutions.FILTERS));
    return Image.fits(output.height(), output.width(), output.channels())
        ? Convolutions.convolution(values, input, output)
        : tooManyValues(Convolutions.FILTERS, output.height(), output.width(), output.channels());
  }

  @Override
  LayerInference mirror(MirrorRequest request, Image input, Image output) {
    return request.tied()
        ? Convolutions.tied(request, /* transposed= */ true)
        : Convolutions.transposed(request.annotation(), input, output);
  }
}
