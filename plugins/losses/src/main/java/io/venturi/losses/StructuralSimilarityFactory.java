package io.venturi.losses;

import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;
import java.util.List;

/** Makes the loss of {@link StructuralSimilarity}. */
final class StructuralSimilarityFactory implements LossFactory<StructuralSimilarity> {

  StructuralSimilarityFactory() {}

  @Override
  public Loss create(StructuralSimilarity annotation, SpecContext context) {
    List<Integer> shape = context.network().inputShape();
    int window = annotation.window();
    require(context, window % 2 == 1, "its window is " + window, "make it odd, such as 11");
    require(
        context,
        shape.size() == 2 || shape.size() == 3,
        "the input is " + shape,
        "set input = {height, width, channels}, or take @MeanSquaredError");
    require(
        context,
        Math.min(shape.get(0), shape.get(1)) >= window,
        "the input is " + shape + " and its window " + window,
        "set a smaller window");
    return new StructuralSimilarityLoss(
        new ImageShape(shape.get(0), shape.get(1), shape.size() == 3 ? shape.get(2) : 1),
        new GaussianWindow(window, annotation.standardDeviation()),
        square(annotation.k1() * annotation.dataRange()),
        square(annotation.k2() * annotation.dataRange()));
  }

  private static void require(SpecContext context, boolean holds, String fault, String fix) {
    if (!holds) {
      throw new SpecException(
          Message.LOSS_UNFIT,
          context.network().simpleName(),
          "StructuralSimilarity",
          "compares images by windows that lie inside them",
          fault,
          fix);
    }
  }

  private static float square(double x) {
    return (float) (x * x);
  }
}
