package io.venturi.samples.gallery;

import io.venturi.denoising.Denoising;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import io.venturi.train.ConsoleProgress;
import io.venturi.train.Training;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trains exhibits and measures them. */
final class Studio {

  /** The noise that test images get: the same for every type and seed. */
  private static final long NOISE_SEED = 7;

  /** A unit is in use if its variance is above this part of the most varying unit's. */
  private static final double IN_USE = 0.01;

  private final Venturi venturi = Venturi.create();
  private final Images images;
  private final @Nullable Integer epochs;
  private final long seed;
  private final int threads;

  /**
   * @param epochs if not each exhibit's own
   */
  Studio(Images images, @Nullable Integer epochs, long seed, int threads) {
    this.images = images;
    this.epochs = epochs;
    this.seed = seed;
    this.threads = threads;
  }

  Outcome make(Exhibit exhibit) {
    Training<?> run =
        venturi
            .trainer(exhibit.spec())
            .epochs(epochs == null ? exhibit.epochs() : epochs)
            .batchSize(exhibit.batchSize())
            .optimizer(new Adam(1e-3))
            .seed(seed)
            .threads(threads)
            .listener(new ConsoleProgress())
            .fit(images.train());
    try (Model<?> model = run.model()) {
      return measure(exhibit, model, run.history().seconds());
    }
  }

  private Outcome measure(Exhibit exhibit, Model<?> model, double seconds) {
    boolean denoises = exhibit.spec().isAnnotationPresent(Denoising.class);
    float[][] clean = images.test().toArray();
    float[][] seen =
        denoises ? venturi.corrupt(exhibit.spec(), images.test(), NOISE_SEED).toArray() : clean;
    Trial trial = new Trial(model, images, seen, seed);
    Map<Measure, String> figures = new EnumMap<>(Measure.class);
    for (Measure measure : exhibit.measures()) {
      figures.put(measure, measure.of(trial));
    }
    return new Outcome(
        exhibit,
        model.meanSquaredError(images.test()),
        figures,
        unitsInUse(model.encode(clean)),
        model.description().latentSize(),
        seconds,
        denoises ? images.shown(seen) : null,
        model.reconstruct(images.shown(seen)));
  }

  /** How many numbers of the codes vary; relative, as types differ in how large codes are. */
  static int unitsInUse(float[][] codes) {
    double[] variances = new double[codes[0].length];
    double most = 0;
    for (int unit = 0; unit < variances.length; unit++) {
      double mean = 0;
      for (float[] code : codes) {
        mean += code[unit] / (double) codes.length;
      }
      for (float[] code : codes) {
        variances[unit] += (code[unit] - mean) * (code[unit] - mean);
      }
      most = Math.max(most, variances[unit]);
    }
    int inUse = 0;
    for (double variance : variances) {
      if (variance > IN_USE * most) {
        inUse++;
      }
    }
    return inUse;
  }
}
