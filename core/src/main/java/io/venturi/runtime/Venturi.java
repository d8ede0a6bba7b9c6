package io.venturi.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.Multibinder;
import io.venturi.application.Models;
import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.PluginException;
import io.venturi.kernel.Backend;
import io.venturi.model.Model;
import io.venturi.model.ModelFile;
import io.venturi.model.SpecBinding;
import io.venturi.spi.Network;
import io.venturi.train.Corruptions;
import io.venturi.train.Trainer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way in. {@link #create()} finds the plugins on the class path; the instance then makes
 * trainers for specs, loads models, and has the applications. Instances are independent of one
 * another and thread-safe.
 */
public final class Venturi implements Models {

  private static final Logger LOG = LoggerFactory.getLogger(Venturi.class);

  private final Contributions contributions;
  private final SpecResolver resolver;
  private final Models models;
  private final Applications applications;

  private Venturi(List<Contribution> found, Injector injector) {
    this.contributions = injector.getInstance(Contributions.class);
    this.resolver = injector.getInstance(SpecResolver.class);
    this.models = injector.getInstance(Models.class);
    this.applications = new Applications(found, injector);
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
      if (contribution.kind() != Contribution.Kind.APPLICATION) {
        factories.put(contribution, contribution.make(injector));
      }
    }
    LOG.info("{} plugins: {}", found.plugins().size(), found.plugins());
    return new Venturi(
        found.contributions(),
        injector.createChildInjector(new ContributionsModule(factories, loader)));
  }

  /**
   * An application that a plugin contributes: anomaly detection, compression, or a stranger's.
   *
   * <pre>{@code
   * AnomalyDetection detection = venturi.application(AnomalyDetection.class);
   * }</pre>
   *
   * @param application its class
   * @return the same object at every call
   * @throws PluginException if no plugin contributes it, naming those that are contributed; or if
   *     it cannot be made
   */
  public <A> A application(Class<A> application) {
    Objects.requireNonNull(application, "application");
    return applications.get(application);
  }

  /** The plugins that were found. */
  public Set<LoadedPlugin> plugins() {
    return contributions.plugins();
  }

  @Override
  public <S> Trainer<S> trainer(Class<S> spec) {
    return models.trainer(spec);
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

  @Override
  public <S> Model<S> load(Path path, Class<S> spec) {
    return models.load(path, spec);
  }

  @Override
  public <S> Model<S> load(ModelFile file, Class<S> spec) {
    return models.load(file, spec);
  }

  @Override
  public Model<Network<?>> load(Path path) {
    return models.load(path);
  }

  @Override
  public Model<Network<?>> untrained(Model<?> model, long seed) {
    return models.untrained(model, seed);
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
