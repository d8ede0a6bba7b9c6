package io.venturi.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import io.venturi.application.Models;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LossFactory;
import io.venturi.spi.NoiseFactory;
import java.util.Map;

/** Binds the plugins' factories: a map for each kind, by the name of the annotation. */
final class ContributionsModule extends AbstractModule {

  private final Map<Contribution, Object> factories;
  private final ClassLoader loader;

  /**
   * A module of factories that are made already, each where its plugin was known.
   *
   * @param factories each contribution's
   * @param loader where specs, activations and annotations are found by their names
   */
  ContributionsModule(Map<Contribution, Object> factories, ClassLoader loader) {
    this.factories = factories;
    this.loader = loader;
  }

  @Override
  protected void configure() {
    bind(ClassLoader.class).toInstance(loader);
    bind(Models.class).to(RuntimeModels.class).in(Scopes.SINGLETON);
    TypeLiteral<String> name = TypeLiteral.get(String.class);
    bindAll(
        MapBinder.newMapBinder(binder(), name, new TypeLiteral<LossFactory<?>>() {}),
        Contribution.Kind.LOSS);
    bindAll(
        MapBinder.newMapBinder(binder(), name, new TypeLiteral<NoiseFactory<?>>() {}),
        Contribution.Kind.NOISE);
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
    factories.forEach(
        (contribution, factory) -> {
          if (contribution.kind() == kind) {
            // A provider, since Guice would inject an instance's members a second time.
            map.addBinding(contribution.key().getName())
                .toProvider(() -> (F) factory)
                .in(Scopes.SINGLETON);
          }
        });
  }
}
