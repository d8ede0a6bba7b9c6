package io.venturi.runtime;

import io.venturi.error.Message;
import io.venturi.error.PluginException;
import io.venturi.spi.VenturiPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds plugins and takes their contributions. Whatever goes wrong names the class and its jar. */
final class PluginDiscovery {

  private static final Logger LOG = LoggerFactory.getLogger(PluginDiscovery.class);

  private static final String SERVICE_FILE = "META-INF/services/" + VenturiPlugin.class.getName();

  private final ClassLoader loader;

  PluginDiscovery(ClassLoader loader) {
    this.loader = loader;
  }

  /** All plugins, those that contribute nothing too, and all contributions. */
  Discovered discover() {
    List<LoadedPlugin> plugins = new ArrayList<>();
    List<Contribution> contributions = new ArrayList<>();
    Iterator<ServiceLoader.Provider<VenturiPlugin>> providers =
        ServiceLoader.load(VenturiPlugin.class, loader).stream().iterator();
    while (hasNext(providers)) {
      ServiceLoader.Provider<VenturiPlugin> provider = providers.next();
      LoadedPlugin plugin = new LoadedPlugin(provider.type().getName(), location(provider.type()));
      contributions.addAll(contributionsOf(plugin, provider));
      plugins.add(plugin);
    }
    refuseDuplicates(contributions);
    return new Discovered(plugins, contributions);
  }

  /** The loader looks at the next class here, so here it fails on one that is not there. */
  private boolean hasNext(Iterator<ServiceLoader.Provider<VenturiPlugin>> providers) {
    try {
      return providers.hasNext();
    } catch (ServiceConfigurationError | LinkageError e) {
      LoadedPlugin plugin = firstBroken();
      throw new PluginException(
          e, Message.PLUGIN_FAILED, plugin.name(), plugin.location(), String.valueOf(e));
    }
  }

  private static List<Contribution> contributionsOf(
      LoadedPlugin plugin, ServiceLoader.Provider<VenturiPlugin> provider) {
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
      Contribution first = seen.putIfAbsent(next.kind() + " " + next.key().getName(), next);
      if (first != null) {
        throw new PluginException(
            Message.DUPLICATE_CONTRIBUTION,
            next.kind().word(),
            next.name(),
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

  /**
   * ServiceLoader's error names the class at best; the jar is the one whose file lists it. It goes
   * through the files in this order too, so the first class that is no good is the one.
   */
  private LoadedPlugin firstBroken() {
    try {
      for (URL file : Collections.list(loader.getResources(SERVICE_FILE))) {
        String location = location(file.toString());
        for (String line : read(file).lines().toList()) {
          String name = line.replaceFirst("#.*", "").strip();
          if (!name.isEmpty() && !isPlugin(name)) {
            return new LoadedPlugin(name, location);
          }
        }
      }
    } catch (IOException e) {
      LOG.debug("while looking for the plugin that does not load", e);
    }
    return new LoadedPlugin("listed for " + VenturiPlugin.class.getName(), "of unknown origin");
  }

  /** The jar or folder of a service file, as the location of a class is: without {@code jar:}. */
  private static String location(String serviceFile) {
    String root = serviceFile.substring(0, serviceFile.length() - SERVICE_FILE.length());
    return root.startsWith("jar:") && root.endsWith("!/")
        ? root.substring("jar:".length(), root.length() - "!/".length())
        : root;
  }

  private boolean isPlugin(String className) {
    try {
      Class<?> found = Class.forName(className, false, loader);
      return VenturiPlugin.class.isAssignableFrom(found)
          && Modifier.isPublic(found.getModifiers())
          && !Modifier.isAbstract(found.getModifiers())
          && Modifier.isPublic(found.getConstructor().getModifiers());
    } catch (ReflectiveOperationException | LinkageError e) {
      return false;
    }
  }

  private static String read(URL file) throws IOException {
    try (InputStream stream = file.openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
