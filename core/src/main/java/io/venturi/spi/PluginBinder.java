package io.venturi.spi;

import java.lang.annotation.Annotation;

/**
 * Takes a plugin's contributions. Factories are classes that Guice constructs, once, with whatever
 * their constructors ask to have injected.
 */
public interface PluginBinder {

  /** A loss, by its annotation, which {@code @LossKind} marks. */
  <A extends Annotation> void loss(
      Class<A> annotation, Class<? extends LossFactory<? super A>> factory);

  /** A noise scheme, by its annotation, which {@code @NoiseKind} marks. */
  <A extends Annotation> void noise(
      Class<A> annotation, Class<? extends NoiseFactory<? super A>> factory);

  /** A type of autoencoder, by its annotation, which {@code @AutoencoderKind} marks. */
  <A extends Annotation> void autoencoderType(
      Class<A> annotation, Class<? extends AutoencoderTypeFactory<? super A>> factory);

  /**
   * An application: something that users do with trained models, and get by {@code
   * Venturi.application(application)}. Guice constructs it, once for each runtime that is asked for
   * it, with whatever its constructor asks to have injected, such as {@code
   * io.venturi.application.Models}.
   *
   * @param application a public class that Guice can construct
   */
  void application(Class<?> application);

  /** A layer, by its annotation, which {@code @LayerKind} marks. */
  <A extends Annotation> void layer(Class<A> annotation, Class<? extends LayerFactory> factory);
}
