package io.venturi.losses;

import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.SpecContext;

/** Makes the loss of {@link LogCosh}. */
final class LogCoshFactory implements LossFactory<LogCosh> {

  LogCoshFactory() {}

  @Override
  public Loss create(LogCosh annotation, SpecContext context) {
    return new LogCoshLoss();
  }
}
