package io.venturi.runtime;

import io.venturi.error.Message;
import io.venturi.error.PluginException;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.Corruption;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.Loss;
import io.venturi.spi.LossFactory;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NoiseFactory;
import io.venturi.spi.SpecContext;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the plugins contribute, asked for by annotation. What is missing is named with its artifact.
 */
final class Contributions {

  private final Set<LoadedPlugin> plugins;
  private final Map<String, LossFactory<?>> losses;
  private final Map<String, NoiseFactory<?>> noises;
  private final Map<String, AutoencoderTypeFactory<?>> types;
  private final Map<String, LayerFactory> layers;

  @Inject
  Contributions(
      Set<LoadedPlugin> plugins,
      Map<String, LossFactory<?>> losses,
      Map<String, NoiseFactory<?>> noises,
      Map<String, AutoencoderTypeFactory<?>> types,
      Map<String, LayerFactory> layers) {
    this.plugins = plugins;
    this.losses = losses;
    this.noises = noises;
    this.types = types;
    this.layers = layers;
  }

  Set<LoadedPlugin> plugins() {
    return plugins;
  }

  Loss loss(Annotation annotation, String artifact, SpecContext context) {
    return createLoss(find(losses, annotation, artifact, context.network()), annotation, context);
  }

  AutoencoderType type(Annotation annotation, String artifact, SpecContext context) {
    return createType(find(types, annotation, artifact, context.network()), annotation, context);
  }

  Corruption noise(Annotation annotation, String artifact, NetworkDescription network) {
    return createNoise(find(noises, annotation, artifact, network), annotation, network);
  }

  LayerFactory layer(NetworkDescription network, String annotation) {
    String artifact = network.contributions().getOrDefault(annotation, "the plugin that brings it");
    return present(layers.get(annotation), network.simpleName(), annotation, artifact);
  }

  /** Refuses a network that uses what no plugin contributes. */
  void requireAll(NetworkDescription network) {
    network
        .contributions()
        .forEach(
            (annotation, artifact) -> {
              if (Stream.of(losses, noises, types, layers)
                  .noneMatch(kind -> kind.containsKey(annotation))) {
                throw missing(network.simpleName(), annotation, artifact);
              }
            });
  }

  /** Refuses a network with layers that no plugin contributes. */
  void requireLayers(NetworkDescription network) {
    network.layers().forEach(layer -> layer(network, layer.kind()));
  }

  private <F> F find(
      Map<String, F> factories,
      Annotation annotation,
      String artifact,
      NetworkDescription network) {
    String name = annotation.annotationType().getName();
    return present(factories.get(name), network.simpleName(), name, artifact);
  }

  /** The factory was bound for this annotation's class, so it takes it. */
  @SuppressWarnings("unchecked")
  private static <A extends Annotation> Loss createLoss(
      LossFactory<?> factory, A annotation, SpecContext context) {
    return ((LossFactory<A>) factory).create(annotation, context);
  }

  @SuppressWarnings("unchecked")
  private static <A extends Annotation> Corruption createNoise(
      NoiseFactory<?> factory, A annotation, NetworkDescription network) {
    return ((NoiseFactory<A>) factory).create(annotation, network);
  }

  @SuppressWarnings("unchecked")
  private static <A extends Annotation> AutoencoderType createType(
      AutoencoderTypeFactory<?> factory, A annotation, SpecContext context) {
    return ((AutoencoderTypeFactory<A>) factory).create(annotation, context);
  }

  private <F> F present(@Nullable F factory, String spec, String annotation, String artifact) {
    if (factory == null) {
      throw missing(spec, annotation, artifact);
    }
    return factory;
  }

  /** Whether a plugin contributes the loss of this annotation. */
  boolean hasLoss(String annotation) {
    return losses.containsKey(annotation);
  }

  /** Whether a plugin contributes the type of this annotation. */
  boolean hasType(String annotation) {
    return types.containsKey(annotation);
  }

  PluginException missing(String spec, String annotation, String artifact) {
    return new PluginException(
        Message.MISSING_PLUGIN,
        spec,
        NetworkDescription.simpleName(annotation),
        artifact,
        plugins.size() == 1 ? "1 plugin is" : plugins.size() + " plugins are",
        plugins.stream().map(LoadedPlugin::name).sorted().collect(Collectors.joining(", ")));
  }
}
