package io.venturi.testkit;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of {@link AnyLoss}. */
final class AnyLossFactory implements LossFactory<AnyLoss> {

  AnyLossFactory() {}

  @Override
  public Loss create(AnyLoss annotation, SpecContext context) {
    Loss sound = new SummedLoss(annotation.value(), (float) annotation.scale());
    return switch (annotation.value()) {
      case IGNORES_WEIGHTS -> new Unweighted(sound);
      case OWN_PARAMETER, IGNORES_ROW_WEIGHTS -> new LearnedLoss(sound, annotation.value());
      default -> sound;
    };
  }
}
