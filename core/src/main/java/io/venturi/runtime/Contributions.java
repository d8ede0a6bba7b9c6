package io.venturi.runtime;

import io.venturi.error.Message;
import io.venturi.error.PluginException;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the plugins contribute, asked for by annotation. What is missing is named with its artifact.
 */
final class Contributions {

  private final Set<LoadedPlugin> plugins;
  private final Map<String, LossFactory<?>> losses;
  private final Map<String, AutoencoderTypeFactory<?>> types;
  private final Map<String, LayerFactory> layers;

  @Inject
  Contributions(
      Set<LoadedPlugin> plugins,
      Map<String, LossFactory<?>> losses,
      Map<String, AutoencoderTypeFactory<?>> types,
      Map<String, LayerFactory> layers) {
    this.plugins = plugins;
    this.losses = losses;
    this.types = types;
    this.layers = layers;
  }

  Set<LoadedPlugin> plugins() {
    return plugins;
  }

  Loss loss(String spec, Annotation annotation, String artifact) {
    LossFactory<?> factory =
        present(losses.get(name(annotation)), spec, name(annotation), artifact);
    return createLoss(factory, annotation);
  }

  AutoencoderType type(String spec, Annotation annotation, String artifact) {
    AutoencoderTypeFactory<?> factory =
        present(types.get(name(annotation)), spec, name(annotation), artifact);
    return createType(factory, annotation);
  }

  LayerFactory layer(String spec, String annotation) {
    return present(layers.get(annotation), spec, annotation, "the plugin that brings it");
  }

  boolean hasLoss(String annotation) {
    return losses.containsKey(annotation);
  }

  boolean hasType(String annotation) {
    return types.containsKey(annotation);
  }

  private static String name(Annotation annotation) {
    return annotation.annotationType().getName();
  }

  /** The factory was bound for this annotation's class, so it takes it. */
  @SuppressWarnings("unchecked")
  private static <A extends Annotation> Loss createLoss(LossFactory<?> factory, A annotation) {
    return ((LossFactory<A>) factory).create(annotation);
  }

  @SuppressWarnings("unchecked")
  private static <A extends Annotation> AutoencoderType createType(
      AutoencoderTypeFactory<?> factory, A annotation) {
    return ((AutoencoderTypeFactory<A>) factory).create(annotation);
  }

  private <F> F present(@Nullable F factory, String spec, String annotation, String artifact) {
    if (factory == null) {
      throw missing(spec, annotation, artifact);
    }
    return factory;
  }

  PluginException missing(String spec, String annotation, String artifact) {
    return new PluginException(
        Message.MISSING_PLUGIN,
        spec,
        annotation.substring(
            Math.max(annotation.lastIndexOf('.'), annotation.lastIndexOf('$')) + 1),
        artifact,
        plugins.size(),
        plugins.stream().map(LoadedPlugin::name).sorted().collect(Collectors.joining(", ")));
  }
}
