package io.venturi.runtime;

import com.google.inject.ConfigurationException;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import io.venturi.error.Message;
import io.venturi.error.PluginException;
import java.util.Collection;
import java.util.List;

/**
 * One thing a plugin brings.
 *
 * @param kind what it is
 * @param key what it is asked for by: an annotation, or an application's class
 * @param factory what makes it; an application is made by nothing else
 * @param plugin who brings it
 */
record Contribution(Kind kind, Class<?> key, Class<?> factory, LoadedPlugin plugin) {

  /** As the user writes it: {@code @Huber}, {@code AnomalyDetection}. */
  String name() {
    return key.isAnnotation() ? "@" + key.getSimpleName() : key.getSimpleName();
  }

  /**
   * Makes its factory, or the application itself.
   *
   * @throws PluginException that names the plugin, if that fails
   */
  Object make(Injector injector) {
    try {
      return injector.getInstance(factory);
    } catch (ConfigurationException e) {
      throw failed(e, e.getErrorMessages());
    } catch (ProvisionException e) {
      throw failed(e, e.getErrorMessages());
    } catch (RuntimeException | LinkageError e) {
      throw failed(e, List.of());
    }
  }

  private PluginException failed(
      Throwable failure, Collection<com.google.inject.spi.Message> errors) {
    String reason =
        failure.getCause() == null && !errors.isEmpty()
            ? errors.iterator().next().getMessage()
            : String.valueOf(failure.getCause() == null ? failure : failure.getCause());
    return new PluginException(
        failure, Message.PLUGIN_FAILED, plugin.name(), plugin.location(), reason);
  }

  /** The kinds of contributions, by the words that messages use. */
  enum Kind {
    LOSS("loss"),
    NOISE("noise"),
    AUTOENCODER_TYPE("autoencoder type"),
    LAYER("layer"),
    APPLICATION("application");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
