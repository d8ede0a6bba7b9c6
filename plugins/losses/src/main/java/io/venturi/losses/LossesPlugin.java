package io.venturi.losses;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Contributes the losses of this package. */
@AutoService(VenturiPlugin.class)
public final class LossesPlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.loss(MeanSquaredError.class, MeanSquaredErrorFactory.class);
    binder.loss(BinaryCrossEntropy.class, BinaryCrossEntropyFactory.class);
  }
}
