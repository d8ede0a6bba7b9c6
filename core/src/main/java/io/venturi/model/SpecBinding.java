package io.venturi.model;

import io.venturi.annotation.Codomain;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.Loss;
import java.util.List;
import java.util.function.Supplier;

/**
 * A spec of known width with everything its annotations stand for.
 *
 * @param spec the spec's class
 * @param network makes a new generated network, its parameters zero
 * @param loss the loss
 * @param lossName the simple name of the loss's annotation, for messages
 * @param target the interval in which the loss wants the data
 * @param types the autoencoder types, in the order of the annotations
 * @param <S> the spec
 */
public record SpecBinding<S>(
    Class<S> spec,
    Supplier<GeneratedNetwork<S, ?>> network,
    Loss loss,
    String lossName,
    Codomain target,
    List<AutoencoderType> types)
    implements ResolvedSpec<S> {

  public SpecBinding {
    types = List.copyOf(types);
  }

  @Override
  public boolean takesWidthFromData() {
    return false;
  }

  @Override
  public SpecBinding<S> at(int inputs) {
    return this;
  }
}
