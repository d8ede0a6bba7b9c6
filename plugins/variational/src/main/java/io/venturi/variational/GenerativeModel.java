package io.venturi.variational;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.SpecException;
import io.venturi.kernel.Gaussians;
import io.venturi.kernel.Seeds;
import io.venturi.model.Inference;
import io.venturi.model.Model;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * What a trained {@link Variational} autoencoder is beyond an autoencoder: a distribution that rows
 * can be drawn from, and by which rows are more or less likely.
 *
 * <p>Likelihoods are in nats, by the model's own loss, of scaled values if the model has a scaler.
 * What is drawn depends on the seed alone, on any number of threads.
 */
public final class GenerativeModel {

  /** Rows encoded at a time. */
  private static final int ROWS = 4096;

  private final Inference inference;
  private final int latents;

  private GenerativeModel(Inference inference, int latents) {
    this.inference = inference;
    this.latents = latents;
  }

  /**
   * The model, seen so; it stays open as long as the model does.
   *
   * @throws SpecException if its spec is not {@link Variational}
   */
  public static GenerativeModel of(Model<?> model) {
    int latents = model.description().latentSize();
    String type = Variational.class.getName();
    if (!model.description().contributions().containsKey(type)) {
      throw new SpecException(VariationalMessage.NOT_VARIATIONAL, model.description().simpleName());
    }
    return new GenerativeModel(model.inference(), latents);
  }

  /** What q(z|x) is for each of some rows. */
  public Posterior posterior(float[][] rows) {
    float[][] codes = inference.encoderOutput(rows);
    float[][] means = new float[rows.length][];
    float[][] logVariances = new float[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      means[r] = Arrays.copyOf(codes[r], latents);
      logVariances[r] = Arrays.copyOfRange(codes[r], latents, 2 * latents);
    }
    return new Posterior(means, logVariances);
  }

  /**
   * Rows drawn from the model: codes from the prior, decoded. The decoder's output for a code is
   * the mean of a row (of a Bernoulli likelihood, probabilities), which is not drawn from.
   *
   * @return shape (count, inputs), in raw units
   */
  public float[][] sample(int count, long seed) {
    float[][] codes = new float[count][latents];
    for (int r = 0; r < count; r++) {
      Gaussians.fill(codes[r], latents, seed, (long) r * latents);
    }
    return inference.decode(codes);
  }

  /**
   * The negative evidence lower bound, −ELBO, a mean over the rows: the expected loss under q(z|x),
   * by this many draws, plus the divergence, which is computed. Whatever beta the model was trained
   * with, the divergence counts once.
   *
   * @param draws per row; 1 gives an unbiased estimate
   * @throws DataException if there are none, or the rows do not fit the model
   */
  public double negativeElbo(Dataset data, int draws, long seed) {
    return sum(data, draws, seed, LikelihoodBound.Evidence::new) / data.size();
  }

  /**
   * The importance-weighted bound on −log p(x), a mean over the rows (Burda, Grosse and
   * Salakhutdinov, 2015): {@code −log 1/k Σ p(x|z) p(z) / q(z|x)} with k draws of z from q(z|x).
   * The more draws, the nearer it comes to −log p(x) from above.
   *
   * @param draws k, per row; 5,000 is usual for figures that are published
   * @throws DataException if there are none, or the rows do not fit the model
   */
  public double negativeLogLikelihood(Dataset data, int draws, long seed) {
    return sum(data, draws, seed, LikelihoodBound.ImportanceWeighted::new) / data.size();
  }

  /**
   * How many of the code's units are active: their mean varies over the rows by more than 0.01
   * (Burda, Grosse and Salakhutdinov, 2015).
   */
  public int activeUnits(Dataset data) {
    MeanSpread spread = new MeanSpread();
    for (int from = 0; from < data.size(); from += ROWS) {
      for (float[] mean : posterior(part(data, from).toArray()).means()) {
        spread.add(mean, 1, latents, latents);
      }
    }
    return spread.active();
  }

  private double sum(Dataset data, int draws, long seed, IntFunction<LikelihoodBound> bounds) {
    if (draws < 1) {
      throw new DataException(VariationalMessage.NO_DRAWS, draws);
    }
    double sum = 0;
    for (int from = 0; from < data.size(); from += ROWS) {
      sum += sumOfPart(part(data, from), draws, Seeds.draw(seed, from), bounds);
    }
    return sum;
  }

  private static Dataset part(Dataset data, int from) {
    return data.slice(from, Math.min(data.size(), from + ROWS));
  }

  private double sumOfPart(
      Dataset rows, int draws, long seed, IntFunction<LikelihoodBound> bounds) {
    Posterior posterior = posterior(rows.toArray());
    int n = rows.size();
    LikelihoodBound bound = bounds.apply(n);
    double[] logRatios = new double[n];
    float[][] z = new float[n][latents];
    float[] noise = new float[latents];
    for (int k = 0; k < draws; k++) {
      for (int r = 0; r < n; r++) {
        Gaussians.fill(noise, latents, Seeds.of(seed, k), (long) r * latents);
        logRatios[r] = draw(posterior, r, noise, z[r]);
      }
      double[] losses = inference.losses(z, rows);
      for (int r = 0; r < n; r++) {
        bound.add(r, losses[r], logRatios[r]);
      }
    }
    double sum = 0;
    for (int r = 0; r < n; r++) {
      sum += bound.of(r, draws, posterior.divergence(r));
    }
    return sum;
  }

  /** Makes a code of a row, and tells its {@code log p(z) − log q(z|x)}. */
  private static double draw(Posterior posterior, int row, float[] noise, float[] z) {
    double prior = 0;
    double own = 0;
    for (int j = 0; j < z.length; j++) {
      float logVariance = posterior.logVariances()[row][j];
      z[j] = posterior.means()[row][j] + Exponential.of(0.5f * logVariance) * noise[j];
      // Both have ½ log 2π more.
      prior -= 0.5 * z[j] * z[j];
      own -= 0.5 * ((double) noise[j] * noise[j] + logVariance);
    }
    return prior - own;
  }
}
