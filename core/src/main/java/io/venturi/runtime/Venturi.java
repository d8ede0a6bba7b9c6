package io.venturi.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import com.google.inject.multibindings.Multibinder;
import io.venturi.error.Message;
import io.venturi.error.PluginException;
import io.venturi.model.Model;
import io.venturi.model.ModelFile;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.Network;
import io.venturi.train.Trainer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way in. {@link #create()} finds the plugins on the class path; the instance then makes
 * trainers for specs and loads models. Instances are independent of one another and thread-safe.
 */
public final class Venturi {

  private static final Logger LOG = LoggerFactory.getLogger(Venturi.class);

  private final ClassLoader loader;
  private final Contributions contributions;
  private final SpecResolver resolver;

  private Venturi(ClassLoader loader, Injector injector) {
    this.loader = loader;
    this.contributions = injector.getInstance(Contributions.class);
    this.resolver = injector.getInstance(SpecResolver.class);
  }

  /**
   * Finds plugins by the thread's context class loader, or by Venturi's own if there is none.
   *
   * @throws PluginException if a plugin does not load, was built for another version of the API, or
   *     contributes what another one does
   */
  public static Venturi create() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return create(context == null ? Venturi.class.getClassLoader() : context);
  }

  /**
   * Finds plugins by this class loader.
   *
   * @throws PluginException as {@link #create()}
   */
  public static Venturi create(ClassLoader loader) {
    List<Contribution> found = new PluginDiscovery(loader).discover();
    Set<LoadedPlugin> plugins =
        found.stream()
            .map(Contribution::plugin)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Injector injector;
    try {
      injector = Guice.createInjector(new ContributionsModule(found), new PluginsModule(plugins));
      Venturi venturi = new Venturi(loader, injector);
      LOG.info("{} plugins: {}", plugins.size(), plugins);
      return venturi;
    } catch (CreationException e) {
      throw factoryFailed(e, e.getErrorMessages(), found);
    } catch (ProvisionException e) {
      throw factoryFailed(e, e.getErrorMessages(), found);
    }
  }

  /** Guice names the factory that it could not make; the plugin is the one that brings it. */
  private static PluginException factoryFailed(
      RuntimeException failure,
      Collection<com.google.inject.spi.Message> errors,
      List<Contribution> found) {
    Throwable cause = failure.getCause();
    String reason = cause == null ? errors.iterator().next().getMessage() : String.valueOf(cause);
    String text = String.valueOf(failure.getMessage());
    return found.stream()
        .filter(contribution -> text.contains(contribution.factory().getName()))
        .map(Contribution::plugin)
        .findFirst()
        .map(
            plugin ->
                new PluginException(
                    failure, Message.PLUGIN_FAILED, plugin.name(), plugin.location(), reason))
        .orElseGet(
            () ->
                new PluginException(
                    failure, Message.PLUGIN_FAILED, "among those found", "see the cause", reason));
  }

  /** The plugins that were found. */
  public Set<LoadedPlugin> plugins() {
    return contributions.plugins();
  }

  /**
   * A trainer for a spec.
   *
   * @throws io.venturi.error.SpecException if the class is no spec, or was compiled without the
   *     annotation processor
   * @throws PluginException if no plugin contributes what one of the spec's annotations asks for
   */
  public <S> Trainer<S> trainer(Class<S> spec) {
    return new Trainer<>(resolver.resolve(spec));
  }

  /**
   * Loads a model of this spec.
   *
   * @throws io.venturi.error.ModelFileException if the file is not sound, or holds a model of other
   *     layers
   */
  public <S> Model<S> load(Path path, Class<S> spec) {
    ModelFile file = ModelFile.read(path);
    GeneratedNetwork<S, ?> network = resolver.network(spec);
    file.into(network);
    return Model.of(network, file.provenance());
  }

  /**
   * Loads a model without its spec's class: the network is put together from the file's layer table
   * and gives the same bits.
   *
   * @throws io.venturi.error.ModelFileException if the file is not sound, or names activations that
   *     are not on the class path
   * @throws PluginException if no plugin contributes one of its layers
   */
  public Model<Network<?>> load(Path path) {
    ModelFile file = ModelFile.read(path);
    Network<?> network =
        new NetworkAssembler(contributions, loader, path).assemble(file.network(), file.values());
    file.into(network);
    return Model.ofNetwork(network, file.provenance());
  }

  /** Binds the set of plugins. */
  private static final class PluginsModule extends AbstractModule {

    private final Set<LoadedPlugin> plugins;

    PluginsModule(Set<LoadedPlugin> plugins) {
      this.plugins = plugins;
    }

    @Override
    protected void configure() {
      Multibinder<LoadedPlugin> set = Multibinder.newSetBinder(binder(), LoadedPlugin.class);
      plugins.forEach(plugin -> set.addBinding().toInstance(plugin));
    }
  }
}
