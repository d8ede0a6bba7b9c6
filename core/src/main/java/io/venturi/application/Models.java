package io.venturi.application;

import io.venturi.model.Model;
import io.venturi.model.ModelFile;
import io.venturi.spi.Network;
import io.venturi.train.Trainer;
import java.nio.file.Path;

/**
 * What a runtime does with specs and models. Applications that train or load have it injected:
 *
 * <pre>{@code
 * public final class AnomalyDetection {
 *   @Inject
 *   AnomalyDetection(Models models) { ... }
 * }
 * }</pre>
 */
public interface Models {

  /**
   * A trainer for a spec.
   *
   * @throws io.venturi.error.SpecException if the class is no spec, or was compiled without the
   *     annotation processor
   * @throws io.venturi.error.PluginException if no plugin contributes what one of the spec's
   *     annotations asks for
   */
  <S> Trainer<S> trainer(Class<S> spec);

  /**
   * Loads a model of this spec. One that leaves its width to the data has the file's.
   *
   * @throws io.venturi.error.ModelFileException if the file is not sound, or holds a model of other
   *     layers
   */
  <S> Model<S> load(Path path, Class<S> spec);

  /**
   * The model of this spec that is in a file which has been read: for applications that keep an
   * attachment in it, so that both are of the same bytes.
   *
   * @throws io.venturi.error.ModelFileException if it is a model of other layers
   */
  <S> Model<S> load(ModelFile file, Class<S> spec);

  /**
   * Loads a model without its spec's class: the network is put together from the file's layer table
   * and gives the same bits.
   *
   * @throws io.venturi.error.ModelFileException if the file is not sound, or names activations that
   *     are not on the class path
   * @throws io.venturi.error.PluginException if no plugin contributes one of its layers
   */
  Model<Network<?>> load(Path path);

  /**
   * A model of the same layers, scaler and types whose parameters are starting values: what a
   * trained one is to be compared with.
   *
   * @param seed of the starting values
   */
  Model<Network<?>> untrained(Model<?> model, long seed);
}
