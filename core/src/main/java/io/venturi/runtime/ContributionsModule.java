package io.venturi.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LossFactory;
import java.util.List;

/** Binds the plugins' factories: a map for each kind, by the name of the annotation. */
final class ContributionsModule extends AbstractModule {

  static final Key<java.util.Map<String, LossFactory<?>>> LOSSES = Key.get(new TypeLiteral<>() {});
  static final Key<java.util.Map<String, AutoencoderTypeFactory<?>>> TYPES =
      Key.get(new TypeLiteral<>() {});
  static final Key<java.util.Map<String, LayerFactory>> LAYERS = Key.get(new TypeLiteral<>() {});

  private final List<Contribution> contributions;

  ContributionsModule(List<Contribution> contributions) {
    this.contributions = contributions;
  }

  @Override
  protected void configure() {
    TypeLiteral<String> name = TypeLiteral.get(String.class);
    bindAll(
        MapBinder.newMapBinder(binder(), name, new TypeLiteral<LossFactory<?>>() {}),
        Contribution.Kind.LOSS);
    bindAll(
        MapBinder.newMapBinder(binder(), name, new TypeLiteral<AutoencoderTypeFactory<?>>() {}),
        Contribution.Kind.AUTOENCODER_TYPE);
    bindAll(
        MapBinder.newMapBinder(binder(), name, TypeLiteral.get(LayerFactory.class)),
        Contribution.Kind.LAYER);
  }

  /** The factories' types are right because the plugin binder's signatures ask for them. */
  @SuppressWarnings("unchecked")
  private <F> void bindAll(MapBinder<String, F> map, Contribution.Kind kind) {
    for (Contribution contribution : contributions) {
      if (contribution.kind() == kind) {
        map.addBinding(contribution.annotation().getName())
            .to((Class<? extends F>) contribution.factory())
            .in(Scopes.SINGLETON);
      }
    }
  }
}
