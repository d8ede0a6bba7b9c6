package io.venturi.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import com.google.inject.multibindings.Multibinder;
import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.Message;
import io.venturi.error.PluginException;
import io.venturi.kernel.Backend;
import io.venturi.model.Model;
import io.venturi.model.ModelFile;
import io.venturi.model.SpecBinding;
import io.venturi.model.Use;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.Network;
import io.venturi.train.Corruptions;
import io.venturi.train.Trainer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    Backend.ensureLoaded(); // Before a plugin can touch ND4J.
    Discovered found = new PluginDiscovery(loader).discover();
    Injector injector = Guice.createInjector(new PluginsModule(found.plugins()));
    Map<Contribution, Object> factories = new LinkedHashMap<>();
    for (Contribution contribution : found.contributions()) {
      factories.put(contribution, factory(contribution, injector));
    }
    LOG.info("{} plugins: {}", found.plugins().size(), found.plugins());
    return new Venturi(loader, injector.createChildInjector(new ContributionsModule(factories)));
  }

  private static Object factory(Contribution contribution, Injector injector) {
    try {
      return injector.getInstance(contribution.factory());
    } catch (ConfigurationException e) {
      throw factoryFailed(contribution, e, e.getErrorMessages());
    } catch (ProvisionException e) {
      throw factoryFailed(contribution, e, e.getErrorMessages());
    } catch (RuntimeException | LinkageError e) {
      throw factoryFailed(contribution, e, List.of());
    }
  }

  private static PluginException factoryFailed(
      Contribution contribution,
      Throwable failure,
      Collection<com.google.inject.spi.Message> errors) {
    LoadedPlugin plugin = contribution.plugin();
    String reason =
        failure.getCause() == null && !errors.isEmpty()
            ? errors.iterator().next().getMessage()
            : String.valueOf(failure.getCause() == null ? failure : failure.getCause());
    return new PluginException(
        failure, Message.PLUGIN_FAILED, plugin.name(), plugin.location(), reason);
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
    Objects.requireNonNull(spec, "spec");
    return new Trainer<>(resolver.resolve(spec));
  }

  /**
   * Copies of rows as a spec's encoder sees them in training, corrupted by its noise: to look at,
   * or to measure what a denoising model makes of them.
   *
   * <pre>{@code
   * Dataset noisy = venturi.corrupt(Denoiser.class, test, 7);
   * float[][] mended = model.reconstruct(noisy.toArray());
   * }</pre>
   *
   * <p>Missing values are filled in first, where the spec allows for them. Noise is in the units of
   * the values that are given here. A training with a scaler applies it to scaled values: to do the
   * same, give {@code scaling.apply(data)}.
   *
   * @param seed of the noise; the same seed and rows give the same bits
   * @return a dataset of the same shape, in memory, without row weights
   * @throws io.venturi.error.SpecException if nothing in the spec corrupts rows
   */
  public Dataset corrupt(Class<?> spec, Dataset data, long seed) {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(data, "data");
    SpecBinding<?> binding = resolver.resolve(spec).at(data.width());
    int inputs = resolver.description(spec, data.width()).inputs();
    DataChecks.requireWidth(data, inputs, spec.getSimpleName());
    return Corruptions.apply(binding, data, seed);
  }

  /**
   * Loads a model of this spec. One that leaves its width to the data has the file's.
   *
   * @throws io.venturi.error.ModelFileException if the file is not sound, or holds a model of other
   *     layers
   */
  public <S> Model<S> load(Path path, Class<S> spec) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(spec, "spec");
    ModelFile file = ModelFile.read(path);
    int inputs = file.network().inputs();
    if (resolver.takesWidthFromData(spec)) { // Then the file must not say how much to allocate.
      file.requireLayersOf(resolver.description(spec, inputs));
      new NetworkAssembler(contributions, loader, path).check(file.network(), file.values());
    }
    Use use = new FileUse(contributions, loader, path, file).use();
    GeneratedNetwork<S, ?> network = resolver.network(spec, inputs);
    fill(network, file, use);
    return Model.of(network, file.provenance(), use);
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
    Objects.requireNonNull(path, "path");
    ModelFile file = ModelFile.read(path);
    Network<?> network =
        new NetworkAssembler(contributions, loader, path).assemble(file.network(), file.values());
    Use use = new FileUse(contributions, loader, path, file).use();
    fill(network, file, use);
    return Model.ofNetwork(network, file.provenance(), use);
  }

  private static void fill(Network<?> network, ModelFile file, Use use) {
    if (use.loss() != null) {
      network.parameters().addLoss(use.loss().parameters(file.network().inputs()));
    }
    file.into(network);
  }

  /** Binds the set of plugins. */
  private static final class PluginsModule extends AbstractModule {

    private final List<LoadedPlugin> plugins;

    PluginsModule(List<LoadedPlugin> plugins) {
      this.plugins = plugins;
    }

    @Override
    protected void configure() {
      Multibinder<LoadedPlugin> set = Multibinder.newSetBinder(binder(), LoadedPlugin.class);
      plugins.forEach(plugin -> set.addBinding().toInstance(plugin));
    }
  }
}
