package io.venturi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every part with a known fault fails the check that is there for it; its sound twin passes all.
 */
class MutantsTest {

  @TempDir Path folder;

  private Conformance of(Source source) throws Exception {
    return Conformance.of(source.compile(folder))
        .loss(MutantsTest::loss)
        .layer(AnyDense.class, (layer, x) -> x.mmul(layer.parameter("weights")))
        .penalty("sparsity", MutantsTest::sparsity)
        .jacobian("contraction", MutantsTest::squaredNorm)
        .transform(MutantsTest::shaken)
        .transformInUse(codes -> codes);
  }

  private static double loss(LossRow row) {
    return row.sum((y, x) -> (y - x) * (y - x))
        + Arrays.stream(row.parameters()).map(p -> p * p).sum();
  }

  private static double sparsity(double[][] codes) {
    double sum = 0;
    for (int i = 0; i < codes[0].length; i++) {
      int column = i;
      sum +=
          KullbackLeibler.divergence(
              Arrays.stream(codes).mapToDouble(row -> row[column]).average().orElseThrow());
    }
    return sum;
  }

  private static double squaredNorm(double[][] jacobian) {
    return Arrays.stream(jacobian).flatMapToDouble(Arrays::stream).map(v -> v * v).sum();
  }

  private static double[][] shaken(double[][] codes, long seed) {
    double[][] latents = new double[codes.length][codes[0].length];
    for (int r = 0; r < codes.length; r++) {
      for (int i = 0; i < codes[r].length; i++) {
        latents[r][i] = codes[r][i] * Shaken.factor(seed, (long) r * codes[r].length + i);
      }
    }
    return latents;
  }

  private void assertFails(Source source, String property, String fact) throws Exception {
    Conformance conformance = of(source);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> conformance.check(property))
        .withMessageContaining("fails '" + property + "'")
        .withMessageContaining(fact);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@AnyLoss",
        "@AnyLoss @AnyType(TypeFault.KL)",
        "@AnyLoss @AnyType(TypeFault.NOISE)",
        "@AnyLoss @AnyJacobian",
        "@AnyLoss(LossFault.OWN_PARAMETER) @AnyType(TypeFault.WEIGHTS)",
        "@AnyLoss @AnyType(TypeFault.MONITOR)",
        "@AnyLoss @AnyType(TypeFault.NORM)"
      })
  void soundPartsPass(String annotations) throws Exception {
    Conformance plain = of(new Source().annotations(annotations).output("Tanh"));
    assertThatCode(plain::check).doesNotThrowAnyException();
    Conformance ownLayer = of(new Source().annotations(annotations).first("@AnyDense(units = 6)"));
    assertThatCode(ownLayer::check).doesNotThrowAnyException();
  }

  @Test
  void aSoundTransformPasses() throws Exception {
    Conformance transform = of(new Source().annotations("@AnyLoss @AnyType(TypeFault.TRANSFORM)"));
    assertThatCode(transform::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MEAN               | the loss is finite, and what its formula says, at extreme values too | but by the formula
          MEAN               | objective and gradients agree with the formulas in double            | but by the formulas
          SIGMOID_DERIVATIVE | gradients agree with finite differences                              | of its norm
          SIGMOID_DERIVATIVE | objective and gradients agree with the formulas in double            | of its norm
          SIGMOID_DERIVATIVE | the loss is finite, and what its formula says, at extreme values too | derivative of another activation
          HALF_GRADIENT      | gradients agree with finite differences                              | off by 0.5
          LOGARITHM_OF_ZERO  | the loss is finite, and what its formula says, at extreme values too | Infinity
          IGNORES_WEIGHTS    | values of weight 0 are left out of the loss                          | tile.weights
          IGNORES_ROW_WEIGHTS | rows count what weightings and data say | tile.rowWeight(r)
          SHARED_STATE       | same seed, same bits, on any number of threads                       | state that threads share
          ALLOCATES          | a training step allocates nothing                                    | bytes on the heap
          """)
  void losses(LossFault fault, String property, String fact) throws Exception {
    Source source = new Source().annotations("@AnyLoss(LossFault." + fault + ")").output("Tanh");
    assertFails(source, property, fact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          KL_CLAMPED             | penalties on codes are above zero, and their gradients lower them          | clamped to zero
          KL_CLAMPED             | objective and gradients agree with the formulas in double                  | clamped
          KL_WRONG_SIGN          | penalties on codes are above zero, and their gradients lower them          | wrong sign
          KL_OVERWRITES          | penalties on codes are above zero, and their gradients lower them          | written instead of added
          KL_HALF_GRADIENT       | penalties on codes are above zero, and their gradients lower them          | off by 0.5
          KL_MEAN                | penalties on codes are above zero, and their gradients lower them          | a mean over codes where a sum belongs
          NOISE_BY_SHARD         | what is drawn depends on the seed and a row's place in its batch, not on shards   | corrupted otherwise
          NOISE_KEPT             | what is drawn depends on the seed and a row's place in its batch, not on shards   | corrupted otherwise
          KL_OF_CAPACITY         | penalties on codes are above zero, and their gradients lower them          | not in use
          NOISE_OF_A_FIXED_SEED  | what is drawn depends on the seed and a row's place in its batch, not on shards | two seeds give the same noise
          NOISE_OF_NOTHING       | what is drawn depends on the seed and a row's place in its batch, not on shards | changes none
          NOISE_BY_COLUMN        | what is drawn depends on the seed and a row's place in its batch, not on shards | equal rows are given the same noise
          MONITOR_SHARED | monitors of codes are one each, and forget what they have reported | one object at every call
          MONITOR_REMEMBERS | monitors of codes are one each, and forget what they have reported | does not clear
          MONITOR_OF_CAPACITY | monitors of codes are one each, and forget what they have reported | code.rows()
          WEIGHTS_KEPT | rows count what weightings and data say | after another batch
          WEIGHTS_SORT | rows count what weightings and data say | has changed the losses
          WEIGHTS_NEGATIVE | rows count what weightings and data say | the weight of row
          WEIGHTS_OF_CAPACITY | rows count what weightings and data say | losses of a batch before
          NORM_SQUARED | weights are where constraints hold them | the norm itself instead of
          NORM_OF_ZERO | weights are where constraints hold them | weights of norm 0.0
          NORM_NOWHERE | weights are where constraints hold them | holds no weights at all
          TRANSFORM_BACKWARD     | gradients agree with finite differences                                    | of its norm
          TRANSFORM_BACKWARD     | objective and gradients agree with the formulas in double                  | of its norm
          KL_INFINITE | penalties, transforms and activations are finite at extreme values too | is Infinity
          TRANSFORM_INFINITE | penalties, transforms and activations are finite at extreme values too | the transform makes [Infinity
          TRANSFORM_ZERO_IN_USE | a model in use gives what the formulas say | different rows have the code
          TRANSFORM_SHAKES_IN_USE | a model in use gives what the formulas say | the code of row 0
          TRANSFORM_DRAWS_IN_USE | a saved model gives the same bits, with and without its spec               | other codes for the same rows
          """)
  void types(TypeFault fault, String property, String fact) throws Exception {
    Source source = new Source().annotations("@AnyLoss @AnyType(TypeFault." + fault + ")");
    assertFails(source, property, fact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SIGMOID_DERIVATIVE | gradients agree with finite differences                                                | of its norm
          OVERWRITES         | gradients of parameters are written, and added where the step asks for it              | written over instead of added
          ALWAYS_ADDS        | gradients of parameters are written, and added where the step asks for it              | what was there before
          MEAN_OF_SHARD      | what is drawn depends on the seed and a row's place in its batch, not on shards               | add up to another sum
          GRADIENT_OF_CAPACITY | gradients of parameters are written, and added where the step asks for it            | w.rows()
          GRADIENT_OF_CAPACITY | what is drawn depends on the seed and a row's place in its batch, not on shards | add up to another sum
          WRITES_TARGET      | the target stays clean                                                                 | differs from the clean rows
          WRITES_TARGET      | objective and gradients agree with the formulas in double                              | the corrupted rows as target
          LAYER_NORMS        | penalties on the Jacobian are of the whole encoder's, and their gradients lower them   | a sum of the layers' own norms
          LAYER_NORMS        | objective and gradients agree with the formulas in double                              | norms of single layers
          ZERO_IN_USE | a model in use gives what the formulas say | different rows have the code
          TWICE_IN_USE | a model in use gives what the formulas say | by the formulas
          OTHER_FROM_FILE    | a saved model gives the same bits, with and without its spec                           | layer table differs
          """)
  void layers(LayerFault fault, String property, String fact) throws Exception {
    String type =
        switch (fault) {
          case WRITES_TARGET -> " @AnyType(TypeFault.NOISE)";
          case LAYER_NORMS -> " @AnyJacobian";
          default -> "";
        };
    Source source =
        new Source()
            .annotations("@AnyLoss" + type)
            .first("@AnyDense(units = 6, fault = LayerFault." + fault + ")");
    assertFails(source, property, fact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HALF_GRADIENT     | objective and gradients agree with the formulas in double                | of its norm
          ESTIMATE_SUMMED   | objective and gradients agree with the formulas in double                | a mean where a sum belongs
          ESTIMATE_BY_SHARD | what is drawn depends on the seed and a row's place in its batch, not on shards | direction 0 of penalty
          """)
  void penaltiesOnJacobians(JacobianFault fault, String property, String fact) throws Exception {
    assertFails(jacobian(fault), property, fact);
  }

  @Test
  void aSoundEstimatePasses() throws Exception {
    Conformance estimate =
        of(jacobian(JacobianFault.ESTIMATE)).jacobian("contraction", AnyJacobianFactory::estimate);
    assertThatCode(estimate::check).doesNotThrowAnyException();
  }

  private static Source jacobian(JacobianFault fault) {
    return new Source().annotations("@AnyLoss @AnyJacobian(JacobianFault." + fault + ")");
  }

  @Test
  void whatIsSkippedIsSaid() throws Exception {
    Class<?> spec =
        new Source().annotations("@AnyLoss @AnyType(TypeFault.TRANSFORM)").compile(folder);
    assertThat(Conformance.check(spec))
        .satisfiesExactlyInAnyOrder(
            training ->
                assertThat(training).contains("in double", "state loss(row -> ...), transform("),
            use ->
                assertThat(use).contains("'a model in use", "state transformInUse(codes -> ...)"));
  }

  @Test
  void anActivationWithTheDerivativeOfAnother() throws Exception {
    Source source = new Source().first("@Dense(units = 6, activation = WrongSlope.class)");
    assertFails(source, "gradients agree with finite differences", "off by");
  }

  @Test
  void anActivationThatOverflows() throws Exception {
    Source source = new Source().first("@Dense(units = 6, activation = Overflowing.class)");
    assertFails(
        source,
        "penalties, transforms and activations are finite at extreme values too",
        "Overflowing of");
  }

  @ParameterizedTest
  @CsvSource({"Forgetful, Forgetful.weight", "ForgetfulWithin, Slow.rate"})
  void aNumberWithoutARange(String annotation, String member) throws Exception {
    Source source = new Source().annotations("@AnyLoss @" + annotation);
    assertFails(
        source,
        "numbers outside the ranges of annotations do not compile",
        "@" + member + " is a number without a @Range");
  }
}
