package io.venturi.losses;

import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.kernel.Softmax;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;
import java.util.List;

/** Makes the loss of {@link CategoricalCrossEntropy}. */
final class CategoricalCrossEntropyFactory implements LossFactory<CategoricalCrossEntropy> {

  CategoricalCrossEntropyFactory() {}

  @Override
  public Loss create(CategoricalCrossEntropy annotation, SpecContext context) {
    List<LayerDescription> layers = context.network().layers();
    LayerDescription last = layers.get(layers.size() - 1);
    String activation = last.attributes().getOrDefault("activation", "none");
    if (!activation.equals(Softmax.class.getName())) {
      throw new SpecException(
          Message.LOSS_UNFIT,
          context.network().simpleName(),
          "CategoricalCrossEntropy",
          "takes rows of shares that add up to 1",
          "the last layer " + last.name() + "() ends in " + activation,
          "end it in Softmax, or take @BinaryCrossEntropy");
    }
    return new CategoricalCrossEntropyLoss();
  }
}
