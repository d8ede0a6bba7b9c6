package io.venturi.denoising;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Contributes {@link Denoising}. */
@AutoService(VenturiPlugin.class)
public final class DenoisingPlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.autoencoderType(Denoising.class, DenoisingFactory.class);
  }
}
