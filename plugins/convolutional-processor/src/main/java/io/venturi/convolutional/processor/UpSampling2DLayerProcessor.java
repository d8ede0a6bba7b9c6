package io.venturi.convolutional.processor;

import com.google.auto.service.AutoService;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerProblem;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.MirrorRequest;
import java.util.List;
import java.util.Optional;

/** The processor half of {@code @UpSampling2D}. */
@AutoService(LayerProcessor.class)
public final class UpSampling2DLayerProcessor extends ImageLayerProcessor {

  public UpSampling2DLayerProcessor() {
    super("UpSampling2D");
  }

  @Override
  public List<LayerProblem> check(AnnotationValues values, boolean isLast) {
    int count = values.intValues(Pools.SIZE).size();
    return count == 1 || count == 2
        ? List.of()
        : List.of(
            LayerProblem.of(
                Pools.SIZE,
                "has " + count + " numbers for its size",
                "Give one, or {height, width}."));
  }

  @Override
  public Optional<String> widthMember(AnnotationValues values) {
    return Optional.of(Pools.SIZE);
  }

  @Override
  LayerInference plan(LayerRequest request, Image input) {
    int down = Sides.first(request.annotation().intValues(Pools.SIZE));
    int right = Sides.last(request.annotation().intValues(Pools.SIZE));
    long height = (long) input.height() * down;
    long width = (long) input.width() * right;
    return Image.fits(height, width, input.channels())
        ? Pools.upsampling(
            down, right, input, new Image((int) height, (int) width, input.channels()))
        : tooManyValues(Pools.SIZE, height, width, input.channels());
  }

  /** Every pixel is the mean of those that it became. */
  @Override
  LayerInference mirror(MirrorRequest request, Image input, Image output) {
    int down = Sides.first(request.annotation().intValues(Pools.SIZE));
    int right = Sides.last(request.annotation().intValues(Pools.SIZE));
    Sides sides =
        new Sides(new Side(down, down, 1, 0, 0, false), new Side(right, right, 1, 0, 0, false));
    return Pools.pooling("AveragePool2DKernel", "average pooling", sides, input, output);
  }
}
