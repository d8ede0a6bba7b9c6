package io.venturi.runtime;

import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LossFactory;
import io.venturi.spi.NoiseFactory;
import io.venturi.spi.PluginBinder;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes down what one plugin contributes. */
final class RecordingBinder implements PluginBinder {

  private final LoadedPlugin plugin;
  private final List<Contribution> contributions = new ArrayList<>();

  RecordingBinder(LoadedPlugin plugin) {
    this.plugin = plugin;
  }

  List<Contribution> contributions() {
    return contributions;
  }

  @Override
  public <A extends Annotation> void loss(
      Class<A> annotation, Class<? extends LossFactory<? super A>> factory) {
    add(Contribution.Kind.LOSS, annotation, factory);
  }

  @Override
  public <A extends Annotation> void noise(
      Class<A> annotation, Class<? extends NoiseFactory<? super A>> factory) {
    add(Contribution.Kind.NOISE, annotation, factory);
  }

  @Override
  public <A extends Annotation> void autoencoderType(
      Class<A> annotation, Class<? extends AutoencoderTypeFactory<? super A>> factory) {
    add(Contribution.Kind.AUTOENCODER_TYPE, annotation, factory);
  }

  @Override
  public <A extends Annotation> void layer(
      Class<A> annotation, Class<? extends LayerFactory> factory) {
    add(Contribution.Kind.LAYER, annotation, factory);
  }

  @Override
  public void application(Class<?> application) {
    Objects.requireNonNull(application, "application");
    add(Contribution.Kind.APPLICATION, application, application);
  }

  private void add(Contribution.Kind kind, Class<?> key, Class<?> factory) {
    Objects.requireNonNull(key, "annotation");
    Objects.requireNonNull(factory, "factory");
    contributions.add(new Contribution(kind, key, factory, plugin));
  }
}
