package io.venturi.noise;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Contributes the noise schemes of this package. */
@AutoService(VenturiPlugin.class)
public final class NoisePlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.noise(GaussianNoise.class, GaussianNoiseFactory.class);
    binder.noise(UniformNoise.class, UniformNoiseFactory.class);
    binder.noise(Speckle.class, SpeckleFactory.class);
    binder.noise(Masking.class, MaskingFactory.class);
    binder.noise(DropoutNoise.class, DropoutNoiseFactory.class);
    binder.noise(SaltAndPepper.class, SaltAndPepperFactory.class);
  }
}
