package io.venturi.sparse;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Contributes {@link Sparse}. */
@AutoService(VenturiPlugin.class)
public final class SparsePlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.autoencoderType(Sparse.class, SparseFactory.class);
  }
}
