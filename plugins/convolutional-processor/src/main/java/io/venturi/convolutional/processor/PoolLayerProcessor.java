package io.venturi.convolutional.processor;

import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerProblem;
import io.venturi.processor.spi.LayerRefusal;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.MirrorRequest;
import java.util.List;
import java.util.Optional;

/** What the processor halves of the two poolings have in common. */
abstract class PoolLayerProcessor extends ImageLayerProcessor {

  private final String kernel;
  private final String computes;

  PoolLayerProcessor(String simpleName, String computes) {
    super(simpleName);
    this.kernel = simpleName + "Kernel";
    this.computes = computes;
  }

  @Override
  public final List<LayerProblem> check(AnnotationValues values, boolean isLast) {
    return Sides.check(values, Pools.SIZE);
  }

  @Override
  public final Optional<String> widthMember(AnnotationValues values) {
    return Optional.of(Pools.SIZE);
  }

  @Override
  final LayerInference plan(LayerRequest request, Image input) {
    Sides sides = Sides.of(request.annotation(), Pools.SIZE);
    return sides.fit(input)
        ? Pools.pooling(kernel, computes, sides, input, sides.windows(input, input.channels()))
        : LayerRefusal.of(sides.tooLarge(input, Pools.SIZE));
  }

  @Override
  final LayerInference mirror(MirrorRequest request, Image input, Image output) {
    Sides sides = Sides.of(request.annotation(), Pools.SIZE);
    return Pools.upsampling(sides.down().stride(), sides.right().stride(), input, output);
  }
}
