package io.venturi.generation;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Contributes {@link Generation}. */
@AutoService(VenturiPlugin.class)
public final class GenerationPlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.application(Generation.class);
  }
}
