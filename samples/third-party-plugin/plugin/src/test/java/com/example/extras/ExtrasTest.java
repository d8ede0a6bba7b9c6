package com.example.extras;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.denoising.Denoising;
import io.venturi.kernel.Gaussians;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Tanh;
import io.venturi.testkit.Conformance;
import io.venturi.testkit.ConformanceTest;

/** All four together: the loss, the discrepancy, the noise and the layer, by their formulas. */
class ExtrasTest extends ConformanceTest {

  private static final double THRESHOLD = 0.8;
  private static final double WEIGHT = 0.5;
  private static final double[] SCALES = {0.3, 2};

  @Denoising
  @Occlusion(height = 2, width = 2, value = 0.5)
  @WassersteinMmd(
      weight = WEIGHT,
      scales = {0.3, 2})
  @TukeyBiweight(threshold = THRESHOLD)
  @Autoencoder(
      input = {4, 3, 1},
      decoder = @Mirrored(output = Linear.class))
  interface Small {
    @Encoder
    @Dense(units = 24, activation = Tanh.class)
    Layer first();

    @Encoder
    @Maxout(units = 6, pieces = 3)
    Layer second();

    @Bottleneck
    @Dense(units = 3)
    Layer code();
  }

  @Override
  protected Conformance conformance() {
    return Conformance.of(Small.class)
        .loss(row -> row.mean((y, x) -> biweight(y - x)))
        .layer(Maxout.class, MaxoutTest::maxout)
        .penalty("weightedMmd", (codes, seed) -> WEIGHT * discrepancy(codes, seed));
  }

  private static double biweight(double difference) {
    double u = Math.min(1, Math.pow(difference / THRESHOLD, 2));
    return THRESHOLD * THRESHOLD / 6 * (1 - Math.pow(1 - u, 3));
  }

  /** As the paper writes it, with draws from the documented stream of the step. */
  private static double discrepancy(double[][] codes, long seed) {
    int n = codes.length;
    int d = codes[0].length;
    double[][] draws = new double[n][d];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < d; k++) {
        draws[i][k] = Gaussians.at(seed, (long) i * d + k);
      }
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          sum += (kernel(codes[i], codes[j]) + kernel(draws[i], draws[j])) / (n * (n - 1.0));
        }
        sum -= 2 * kernel(codes[i], draws[j]) / ((double) n * n);
      }
    }
    return sum;
  }

  private static double kernel(double[] x, double[] y) {
    double distance = 0;
    for (int k = 0; k < x.length; k++) {
      distance += Math.pow(x[k] - y[k], 2);
    }
    double sum = 0;
    for (double scale : SCALES) {
      double c = 2 * x.length * scale;
      sum += c / (c + distance);
    }
    return sum;
  }
}
