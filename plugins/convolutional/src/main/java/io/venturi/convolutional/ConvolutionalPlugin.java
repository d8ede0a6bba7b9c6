package io.venturi.convolutional;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Contributes the layers of this package. */
@AutoService(VenturiPlugin.class)
public final class ConvolutionalPlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.layer(Conv2D.class, ConvolutionFactory.class);
    binder.layer(Conv2DTranspose.class, ConvolutionFactory.class);
    binder.layer(MaxPool2D.class, PoolFactory.class);
    binder.layer(AveragePool2D.class, PoolFactory.class);
    binder.layer(UpSampling2D.class, PoolFactory.class);
    binder.layer(Flatten.class, ReshapeFactory.class);
    binder.layer(Reshape.class, ReshapeFactory.class);
  }
}
