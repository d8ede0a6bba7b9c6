package com.example.extras;

import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Says what this jar brings. */
public final class ExtrasPlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.autoencoderType(WassersteinMmd.class, WassersteinMmdFactory.class);
    binder.loss(TukeyBiweight.class, TukeyBiweightFactory.class);
    binder.noise(Occlusion.class, OcclusionFactory.class);
    binder.layer(Maxout.class, MaxoutFactory.class);
    binder.application(LookAlikes.class);
  }
}
