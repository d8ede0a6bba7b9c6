package io.venturi.runtime;

import io.venturi.error.Message;
import io.venturi.error.PluginException;
import io.venturi.spi.VenturiPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds plugins and takes their contributions. Whatever goes wrong names the class and its jar. */
final class PluginDiscovery {

  private static final String SERVICE_FILE = "META-INF/services/" + VenturiPlugin.class.getName();

  private final ClassLoader loader;

  PluginDiscovery(ClassLoader loader) {
    this.loader = loader;
  }

  /** All contributions, without duplicates, in the order in which the plugins were found. */
  List<Contribution> discover() {
    List<Contribution> contributions = new ArrayList<>();
    Iterator<ServiceLoader.Provider<VenturiPlugin>> providers =
        ServiceLoader.load(VenturiPlugin.class, loader).stream().iterator();
    while (hasNext(providers)) {
      contributions.addAll(contributionsOf(providers.next()));
    }
    refuseDuplicates(contributions);
    return List.copyOf(contributions);
  }

  /** The loader looks at the next class here, so here it fails on one that is not there. */
  private boolean hasNext(Iterator<ServiceLoader.Provider<VenturiPlugin>> providers) {
    try {
      return providers.hasNext();
    } catch (ServiceConfigurationError e) {
      LoadedPlugin plugin = named(e);
      throw new PluginException(
          e,
          Message.PLUGIN_FAILED,
          plugin.name(),
          plugin.location(),
          String.valueOf(e.getMessage()));
    }
  }

  private static List<Contribution> contributionsOf(
      ServiceLoader.Provider<VenturiPlugin> provider) {
    LoadedPlugin plugin = new LoadedPlugin(provider.type().getName(), location(provider.type()));
    try {
      VenturiPlugin instance = provider.get();
      if (instance.apiVersion() != VenturiPlugin.API_VERSION) {
        throw new PluginException(
            Message.OTHER_API_VERSION,
            plugin.name(),
            plugin.location(),
            instance.apiVersion(),
            VenturiPlugin.API_VERSION);
      }
      RecordingBinder binder = new RecordingBinder(plugin);
      instance.contribute(binder);
      return binder.contributions();
    } catch (PluginException e) {
      throw e;
    } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
      Throwable cause =
          e instanceof ServiceConfigurationError && e.getCause() != null ? e.getCause() : e;
      throw new PluginException(
          e, Message.PLUGIN_FAILED, plugin.name(), plugin.location(), String.valueOf(cause));
    }
  }

  private static void refuseDuplicates(List<Contribution> contributions) {
    Map<String, Contribution> seen = new HashMap<>();
    for (Contribution next : contributions) {
      Contribution first = seen.putIfAbsent(next.kind() + " " + next.annotation().getName(), next);
      if (first != null) {
        throw new PluginException(
            Message.DUPLICATE_CONTRIBUTION,
            next.kind().word(),
            next.annotation().getSimpleName(),
            first.plugin().name(),
            first.plugin().location(),
            next.plugin().name(),
            next.plugin().location());
      }
    }
  }

  private static String location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? "of unknown origin"
        : source.getLocation().toString();
  }

  /** ServiceLoader's error names the class alone; the jar is the one whose file lists it. */
  private LoadedPlugin named(ServiceConfigurationError error) {
    String message = String.valueOf(error.getMessage());
    try {
      for (URL file : Collections.list(loader.getResources(SERVICE_FILE))) {
        for (String line : read(file).lines().map(String::strip).toList()) {
          if (!line.isEmpty() && message.contains(line)) {
            String jar = file.toString();
            return new LoadedPlugin(line, jar.substring(0, jar.length() - SERVICE_FILE.length()));
          }
        }
      }
    } catch (IOException e) {
      error.addSuppressed(e);
    }
    return new LoadedPlugin("listed for " + VenturiPlugin.class.getName(), "of unknown origin");
  }

  private static String read(URL file) throws IOException {
    try (InputStream stream = file.openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
