package io.venturi.variational;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Contributes {@link Variational}. */
@AutoService(VenturiPlugin.class)
public final class VariationalPlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.autoencoderType(Variational.class, VariationalFactory.class);
  }
}
