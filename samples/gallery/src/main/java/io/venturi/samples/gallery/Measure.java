package io.venturi.samples.gallery;

import io.venturi.contractive.Contraction;
import io.venturi.sparse.Sparsity;
import io.venturi.variational.GenerativeModel;
import java.util.Locale;

/** Figures that types of autoencoders are judged by. */
enum Measure {
  /** Of a type that takes noise away: from noisy test rows to the clean ones. */
  MSE("%.5f"),

  /** A bound on the negative log-likelihood of the test rows, in nats, by one draw a row. */
  NEGATIVE_ELBO("%.2f"),

  /** How much codes move where pixels do, relative to how far apart codes lie. */
  CONTRACTION("%.5f"),

  /** The mean of the codes of the test rows, over rows and units. */
  MEAN_ACTIVATION("%.4f"),

  /** Hoyer's: 0 where all units of a code are equally active, 1 where one alone is. */
  SPARSENESS("%.4f"),

  /** How many times the error of the mean image is larger than {@link #MSE}. */
  TIMES_BETTER_THAN_MEAN_IMAGE("%.2f");

  private final String format;

  Measure(String format) {
    this.format = format;
  }

  /** The figure, written with as many digits as say something. */
  String of(Trial trial) {
    return String.format(Locale.ROOT, format, measure(trial));
  }

  private double measure(Trial trial) {
    return switch (this) {
      case MSE -> trial.error();
      case NEGATIVE_ELBO ->
          GenerativeModel.of(trial.model()).negativeElbo(trial.images().test(), 1, trial.seed());
      case CONTRACTION -> Contraction.of(trial.model(), trial.images().test()).relative();
      case MEAN_ACTIVATION -> Sparsity.of(trial.model(), trial.images().test()).meanActivation();
      case SPARSENESS -> Sparsity.of(trial.model(), trial.images().test()).sparseness();
      case TIMES_BETTER_THAN_MEAN_IMAGE -> trial.images().meanImageError() / trial.error();
    };
  }

  /** As it is printed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
