package com.example.extras;

import io.venturi.kernel.Gaussians;
import io.venturi.model.Model;

/**
 * What a trained {@link WassersteinMmd} autoencoder is beyond an autoencoder: a model that rows can
 * be drawn from. What is drawn depends on the seed alone.
 */
public final class WassersteinModel {

  private final Model<?> model;
  private final Discrepancy discrepancy;

  private WassersteinModel(Model<?> model, WassersteinMmd settings) {
    this.model = model;
    this.discrepancy = new Discrepancy(settings.scales());
  }

  /**
   * The model, seen so; it stays open as long as the model does.
   *
   * @throws IllegalArgumentException if its spec is not {@link WassersteinMmd}
   */
  public static WassersteinModel of(Model<?> model) {
    WassersteinMmd settings =
        model
            .annotation(WassersteinMmd.class)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        model.description().simpleName()
                            + " is no Wasserstein autoencoder: its spec has no @WassersteinMmd"));
    return new WassersteinModel(model, settings);
  }

  /**
   * Rows drawn from the model: codes from the prior, decoded.
   *
   * @return shape (count, inputs), in raw units
   */
  public float[][] sample(int count, long seed) {
    int codes = model.description().latentSize();
    float[][] draws = new float[count][codes];
    for (int r = 0; r < count; r++) {
      Gaussians.fill(draws[r], codes, seed, (long) r * codes);
    }
    return model.decode(draws);
  }

  /**
   * How far the codes of these rows are from the prior: MMD² without bias, by the kernels of the
   * model's spec. About 0 where both are spread alike, then also a little below. Takes time by the
   * square of the number of rows.
   */
  public double discrepancy(float[][] rows, long seed) {
    float[][] codes = model.encode(rows);
    int n = codes.length;
    int d = model.description().latentSize();
    float[] flat = new float[n * d];
    for (int r = 0; r < n; r++) {
      System.arraycopy(codes[r], 0, flat, r * d, d);
    }
    float[] draws = new float[n * d];
    Gaussians.fill(draws, n * d, seed, 0);
    return discrepancy.between(flat, draws, n, d, new double[n * d], 0);
  }
}
