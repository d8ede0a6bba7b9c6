package io.venturi.generation;

import io.venturi.application.report.Axis;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Series;
import io.venturi.kernel.Gaussians;
import io.venturi.kernel.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A mixture of normal distributions with full covariances that was fitted to the codes of a trained
 * model, so that rows can be drawn from a model of any type (ex-post density estimation: Ghosh,
 * Sajjadi, Vergari, Black and Schölkopf, From Variational to Deterministic Autoencoders, 2020).
 *
 * <p>Numbers that are the same in all codes stay so in those that are drawn, and no number is drawn
 * beyond the range that it had: codes of {@code Relu} stay at 0 or above. Immutable.
 */
public final class GaussianMixture implements CodeDistribution, ReportPart {

  private final String data;
  private final CodeScale scale;
  private final MixtureComponent[] components;
  private final List<Double> course;
  private final boolean converged;

  GaussianMixture(
      String data,
      CodeScale scale,
      MixtureComponent[] components,
      List<Double> course,
      boolean converged) {
    this.data = data;
    this.scale = scale;
    this.components = components;
    this.course = List.copyOf(course);
    this.converged = converged;
  }

  @Override
  public String name() {
    return "a mixture of " + components.length + " normal distributions";
  }

  @Override
  public int size() {
    return scale.size();
  }

  /** The shares of the components; they sum to 1. */
  public double[] weights() {
    return Arrays.stream(components).mapToDouble(MixtureComponent::weight).toArray();
  }

  /**
   * The mean logarithm of the density of the codes that it was fitted to, in nats a row, before
   * each step and at the end. It rises, but for what regularisation takes.
   */
  public List<Double> logLikelihoods() {
    return course;
  }

  /** Whether the last step gained less than 0.001 nats a row; else there were 200 steps. */
  public boolean converged() {
    return converged;
  }

  /**
   * The logarithm of the density at a code, in nats: of the numbers that varied in the codes that
   * it was fitted to, and without regard to their ranges.
   *
   * @param code (size)
   * @throws io.venturi.error.DataException if it has another size
   */
  public double logDensity(float[] code) {
    Codes.requireSize("the caller", code.length, size());
    double[] x = scale.scaled(code);
    double[] shares = new double[components.length];
    return MixtureFitting.logDensity(components, x, shares, new double[x.length])
        - scale.logVolume();
  }

  @Override
  public float[][] draw(int count, long seed) {
    long choices = Seeds.of(seed, 0);
    long noises = Seeds.of(seed, 1);
    int width = scale.width();
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              float[] noise = new float[width];
              Gaussians.fill(noise, width, noises, (long) i * width);
              return scale.code(chosen(Uniform.at(choices, i)).draw(noise));
            })
        .toArray(float[][]::new);
  }

  private MixtureComponent chosen(double at) {
    double sum = 0;
    for (MixtureComponent component : components) {
      sum += component.weight();
      if (sum > at) {
        return component;
      }
    }
    // The weights sum to 1 but for rounding.
    return components[components.length - 1];
  }

  @Override
  public String title() {
    return "Mixture of normal distributions";
  }

  @Override
  public void writeTo(ReportWriter report) {
    double[] weights = weights();
    report.text(
        String.format(
            Locale.ROOT,
            "%d components with full covariances, fitted to the codes of %s: shares from %.3f to"
                + " %.3f; %d of %d numbers of the codes vary. %s after %d steps.",
            components.length,
            data,
            Arrays.stream(weights).min().orElse(0),
            Arrays.stream(weights).max().orElse(0),
            scale.width(),
            size(),
            converged ? "Converged" : "Not converged",
            course.size() - 1));
    report.lines(
        new LineChart(
            "Likelihood of the codes",
            String.format(
                Locale.ROOT,
                "From %.3f to %.3f nats a row.",
                course.get(0),
                course.get(course.size() - 1)),
            Axis.of("step"),
            Axis.of("mean log-likelihood in nats"),
            List.of(
                Series.of(
                    "mixture",
                    IntStream.range(0, course.size()).asDoubleStream().toArray(),
                    course.stream().mapToDouble(Double::doubleValue).toArray()))));
  }

  /** Such as {@code a mixture of 10 normal distributions of 32 numbers, fitted to train}. */
  @Override
  public String toString() {
    return name() + " of " + size() + " numbers, fitted to the codes of " + data;
  }
}
