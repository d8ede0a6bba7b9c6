package com.example.robust;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of what a spec's annotation says. */
final class CharbonnierFactory implements LossFactory<Charbonnier> {

  CharbonnierFactory() {}

  @Override
  public Loss create(Charbonnier annotation, SpecContext context) {
    return new CharbonnierLoss(annotation.epsilon());
  }
}
