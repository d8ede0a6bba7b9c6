package io.venturi.generation;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Expectation-maximisation (Dempster, Laird and Rubin, 1977) from a start by k-means++ (Arthur and
 * Vassilvitskii, 2007). Rows are summed up in parts that do not depend on the number of threads, so
 * that the bits do not either.
 */
final class MixtureFitting {

  /** Parts of the rows; at most so many threads have work. */
  private static final int PARTS = 16;

  private static final int MOST_STEPS = 200;

  /** Nats a row below which a step's gain ends the fit. */
  private static final double LEAST_GAIN = 1e-3;

  /**
   * Added to variances, of codes of variance 1: no component is thinner than a thousandth of the
   * spread of all codes, so none can collapse onto rows that repeat one another.
   */
  private static final double RIDGE = 1e-6;

  private final String name;
  private final CodeScale scale;
  private final double[][] rows;

  private MixtureFitting(String name, CodeScale scale, double[][] rows) {
    this.name = name;
    this.scale = scale;
    this.rows = rows;
  }

  static GaussianMixture fit(float[][] codes, String name, int components, long seed) {
    DataChecks.requireFinite(Dataset.of("the codes of " + name, codes));
    CodeScale scale = CodeScale.of(codes);
    if (scale.width() == 0) {
      throw new DataException(GenerationMessage.SAME_CODES, codes.length, name);
    }
    double[][] rows = Arrays.stream(codes).map(scale::scaled).toArray(double[][]::new);
    return new MixtureFitting(name, scale, rows).fit(components, seed);
  }

  private GaussianMixture fit(int count, long seed) {
    MixtureComponent[] components = start(count, seed);
    List<Double> course = new ArrayList<>();
    boolean converged = false;
    for (int step = 0; step < MOST_STEPS && !converged; step++) {
      ComponentSums sums = expectation(components);
      double mean = sums.logLikelihood() / rows.length - scale.logVolume();
      converged = step > 0 && mean - course.get(step - 1) < LEAST_GAIN;
      course.add(mean);
      if (!converged) {
        components = sums.components(components, rows.length, RIDGE);
      }
    }
    return new GaussianMixture(name, scale, components, course, converged);
  }

  /** Around rows that are far from one another, each as wide as all rows are. */
  private MixtureComponent[] start(int count, long seed) {
    MixtureComponent[] components = new MixtureComponent[count];
    double[] nearest = new double[rows.length];
    Arrays.fill(nearest, 1);
    for (int c = 0; c < count; c++) {
      double total = Arrays.stream(nearest).sum();
      if (total == 0) {
        throw new DataException(GenerationMessage.FEW_CODES, name, c, count);
      }
      double[] center = rows[drawn(nearest, total * Uniform.at(seed, c))];
      double[][] covariance = new double[center.length][center.length];
      for (int i = 0; i < center.length; i++) {
        covariance[i][i] = 1;
      }
      components[c] = new MixtureComponent(1.0 / count, center.clone(), covariance, RIDGE);
      for (int r = 0; r < rows.length; r++) {
        double distance = squaredDistance(rows[r], center);
        nearest[r] = c == 0 ? distance : Math.min(nearest[r], distance);
      }
    }
    return components;
  }

  /** The row at which the sum of the weights passes a value below their total. */
  private static int drawn(double[] weights, double at) {
    double sum = 0;
    int last = 0;
    for (int r = 0; r < weights.length; r++) {
      if (weights[r] > 0) {
        last = r;
        sum += weights[r];
        if (sum > at) {
          return r;
        }
      }
    }
    return last;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  private ComponentSums expectation(MixtureComponent[] components) {
    ComponentSums[] parts =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part -> expectation(components, part))
            .toArray(ComponentSums[]::new);
    for (int part = 1; part < PARTS; part++) {
      parts[0].add(parts[part]);
    }
    return parts[0];
  }

  private ComponentSums expectation(MixtureComponent[] components, int part) {
    ComponentSums sums = new ComponentSums(components.length, scale.width());
    double[] shares = new double[components.length];
    double[] scratch = new double[scale.width()];
    int to = (int) ((part + 1L) * rows.length / PARTS);
    for (int r = (int) ((long) part * rows.length / PARTS); r < to; r++) {
      double logDensity = logDensity(components, rows[r], shares, scratch);
      sums.add(rows[r], shares, logDensity);
    }
    return sums;
  }

  /**
   * The logarithm of a row's density.
   *
   * @param shares out: each component's
   * @param scratch as long as the row
   */
  static double logDensity(
      MixtureComponent[] components, double[] row, double[] shares, double[] scratch) {
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < components.length; c++) {
      shares[c] = components[c].logJoint(row, scratch);
      most = Math.max(most, shares[c]);
    }
    double sum = 0;
    for (int c = 0; c < components.length; c++) {
      shares[c] = StrictMath.exp(shares[c] - most);
      sum += shares[c];
    }
    for (int c = 0; c < components.length; c++) {
      shares[c] /= sum;
    }
    return most + StrictMath.log(sum);
  }
}
