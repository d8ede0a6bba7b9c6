package com.example.robust;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Says what this jar brings. */
@AutoService(VenturiPlugin.class)
public final class RobustPlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.loss(Charbonnier.class, CharbonnierFactory.class);
    binder.noise(Drift.class, DriftFactory.class);
  }
}
