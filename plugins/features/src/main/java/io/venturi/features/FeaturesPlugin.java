package io.venturi.features;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Contributes {@link Features}. */
@AutoService(VenturiPlugin.class)
public final class FeaturesPlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.application(Features.class);
  }
}
