package io.venturi.all;

import io.venturi.kernel.Gaussians;
import io.venturi.losses.BernoulliLikelihood;
import io.venturi.losses.BinaryCrossEntropy;
import io.venturi.losses.CategoricalCrossEntropy;
import io.venturi.losses.CosineDistance;
import io.venturi.losses.GaussianLikelihood;
import io.venturi.losses.Huber;
import io.venturi.losses.LogCosh;
import io.venturi.losses.MeanAbsoluteError;
import io.venturi.losses.MeanSquaredError;
import io.venturi.losses.Poisson;
import io.venturi.testkit.Conformance;
import io.venturi.testkit.LossFormula;
import io.venturi.testkit.LossRow;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Every part that Venturi brings passes the kit that it offers to authors of plugins. */
class ConformanceOfBuiltInsTest {

  private static final Map<Class<? extends Annotation>, LossFormula> LOSSES =
      Map.of(
          MeanSquaredError.class,
          row -> row.mean((y, x) -> (y - x) * (y - x)),
          MeanAbsoluteError.class,
          row -> row.mean((y, x) -> Math.abs(y - x)),
          Huber.class,
          row -> row.mean((y, x) -> huber(Math.abs(y - x), 0.3)),
          LogCosh.class,
          row -> row.mean((y, x) -> logCosh(Math.abs(y - x))),
          BinaryCrossEntropy.class,
          row -> row.meanOfLogits((z, x) -> crossEntropy(z, x)),
          Poisson.class,
          row -> row.mean((y, x) -> y - x * Math.log(y)),
          CategoricalCrossEntropy.class,
          row -> row.sum((y, x) -> -x * Math.log(y)),
          CosineDistance.class,
          ConformanceOfBuiltInsTest::cosineDistance,
          BernoulliLikelihood.class,
          row -> row.sumOfLogits((z, x) -> crossEntropy(z, x)),
          GaussianLikelihood.class,
          ConformanceOfBuiltInsTest::gaussian);

  @TestFactory
  Stream<DynamicContainer> conform() {
    return Stream.of(
            Specs.ReluSpec.class,
            Specs.CrossEntropySpec.class,
            Specs.SoftmaxSpec.class,
            Specs.TiedTableSpec.class,
            NormalizedSpecs.BatchNormalizationSpec.class,
            NormalizedSpecs.LayerNormalizationSpec.class,
            NormalizedSpecs.DropoutSpec.class,
            LossSpecs.AbsoluteSpec.class,
            LossSpecs.HuberSpec.class,
            LossSpecs.LogCoshSpec.class,
            LossSpecs.PoissonSpec.class,
            LossSpecs.CategoricalSpec.class,
            LossSpecs.CosineSpec.class,
            LossSpecs.SimilaritySpec.class,
            DenoisingTest.Everything.class,
            ContractiveSpecs.OneLayerSpec.class)
        .map(
            spec ->
                DynamicContainer.dynamicContainer(spec.getSimpleName(), conformance(spec).tests()));
  }

  private static Conformance conformance(Class<?> spec) {
    Conformance conformance =
        Conformance.of(spec)
            .jacobian("contractive", ConformanceOfBuiltInsTest::contraction)
            .penalty("weightedKl", ConformanceOfBuiltInsTest::divergence)
            .transform(ConformanceOfBuiltInsTest::sample);
    for (Annotation annotation : spec.getAnnotations()) {
      LossFormula formula = LOSSES.get(annotation.annotationType());
      if (formula != null) {
        conformance.loss(formula);
      }
    }
    return conformance;
  }

  private static double contraction(double[][] jacobian) {
    double sum = Arrays.stream(jacobian).flatMapToDouble(Arrays::stream).map(v -> v * v).sum();
    return ContractiveSpecs.WEIGHT * sum;
  }

  /** Half of a code are means, half logarithms of variances. */
  private static double divergence(double[][] codes) {
    int latents = codes[0].length / 2;
    double sum = 0;
    for (double[] code : codes) {
      for (int i = 0; i < latents; i++) {
        double logVariance = code[latents + i];
        sum += (code[i] * code[i] + Math.exp(logVariance) - logVariance - 1) / 2;
      }
    }
    return sum / codes.length;
  }

  private static double[][] sample(double[][] codes, long seed) {
    int latents = codes[0].length / 2;
    double[][] drawn = new double[codes.length][latents];
    for (int r = 0; r < codes.length; r++) {
      for (int i = 0; i < latents; i++) {
        double deviation = Math.exp(codes[r][latents + i] / 2);
        drawn[r][i] = codes[r][i] + deviation * Gaussians.at(seed, (long) r * latents + i);
      }
    }
    return drawn;
  }

  /** With the variance that all values share: a fixed one, or a learned one. */
  private static double gaussian(LossRow row) {
    double variance = row.parameters().length == 0 ? 0.3 : 1e-4 + Math.exp(row.parameters()[0]);
    double constant = Math.log(2 * Math.PI * variance);
    return row.sum((y, x) -> (constant + (y - x) * (y - x) / variance) / 2);
  }

  private static double huber(double size, double delta) {
    return size <= delta ? size * size / 2 : delta * (size - delta / 2);
  }

  private static double logCosh(double size) {
    return size + Math.log1p(Math.exp(-2 * size)) - Math.log(2);
  }

  private static double crossEntropy(double z, double x) {
    return Math.max(z, 0) - x * z + Math.log1p(Math.exp(-Math.abs(z)));
  }

  private static double cosineDistance(LossRow row) {
    double product = row.sum((y, x) -> y * x);
    return 1 - product / Math.sqrt(row.sum((y, x) -> x * x) * row.sum((y, x) -> y * y));
  }
}
