package io.venturi.contractive;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Contributes {@link Contractive}. */
@AutoService(VenturiPlugin.class)
public final class ContractivePlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.autoencoderType(Contractive.class, ContractiveFactory.class);
  }
}
