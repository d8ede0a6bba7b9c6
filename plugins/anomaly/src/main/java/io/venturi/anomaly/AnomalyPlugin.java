package io.venturi.anomaly;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Contributes {@link AnomalyDetection} and {@link Trimmed}. */
@AutoService(VenturiPlugin.class)
public final class AnomalyPlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.application(AnomalyDetection.class);
    binder.autoencoderType(Trimmed.class, TrimmedFactory.class);
  }
}
