package io.venturi.internal;

import com.google.auto.service.AutoService;
import io.venturi.annotation.BatchNormalization;
import io.venturi.annotation.DecoderNorm;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Dropout;
import io.venturi.annotation.LayerNormalization;
import io.venturi.annotation.Vanilla;
import io.venturi.layer.BatchNormalizationFactory;
import io.venturi.layer.DenseFactory;
import io.venturi.layer.DropoutFactory;
import io.venturi.layer.LayerNormalizationFactory;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** What core itself brings, contributed as any plugin's contributions are. */
@AutoService(VenturiPlugin.class)
public final class CorePlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.layer(Dense.class, DenseFactory.class);
    binder.layer(Dropout.class, DropoutFactory.class);
    binder.layer(BatchNormalization.class, BatchNormalizationFactory.class);
    binder.layer(LayerNormalization.class, LayerNormalizationFactory.class);
    binder.autoencoderType(Vanilla.class, VanillaFactory.class);
    binder.autoencoderType(DecoderNorm.class, DecoderNormFactory.class);
  }
}
