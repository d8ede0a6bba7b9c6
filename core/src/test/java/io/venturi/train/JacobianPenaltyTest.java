package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.SpecException;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.Activation;
import io.venturi.kernel.ElementwiseActivation;
import io.venturi.kernel.Elu;
import io.venturi.kernel.Gelu;
import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.LeakyRelu;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Seeds;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Softplus;
import io.venturi.kernel.Swish;
import io.venturi.kernel.Tanh;
import io.venturi.kernel.Tensor;
import io.venturi.layer.DenseKernel;
import io.venturi.layer.DropoutKernel;
import io.venturi.layer.LayerNormalizationKernel;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Section;
import io.venturi.spi.StepSeeds;
import io.venturi.testing.DoubleNetwork;
import io.venturi.testing.Rows;
import io.venturi.testing.SquaredJacobian;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Penalties on the encoder's Jacobian, against the textbook in double. */
class JacobianPenaltyTest {

  private static final long SEED = 5;

  /** Sigmoids in three layers leave little of a slope. */
  private static final double WEIGHT = 30;

  private static final float[][] ROWS = Rows.uniform(9, 7, -1, 1, 3);

  static Stream<Arguments> encoders() {
    return Stream.of(
            new Linear(),
            new Sigmoid(),
            new Tanh(),
            new Softplus(),
            new Elu(),
            new Swish(),
            new Gelu(),
            new Relu(),
            new LeakyRelu())
        .flatMap(f -> IntStream.of(1, 2, 3).mapToObj(layers -> Arguments.of(f, layers)));
  }

  private static TestNetwork network(Activation activation, int layers) {
    TestNetwork shape = TestNetwork.of(7);
    for (int i = 1; i < layers; i++) {
      shape.encoder("wide" + i, 7 - i, activation);
    }
    return shape
        .bottleneck("code", 3, activation)
        .decoder("widen", 5, new Tanh())
        .decoder("out", 7, new Linear());
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void theNormsGradientIsThatOfFiniteDifferences(Activation activation, int layers) {
    assertGradient(network(activation, layers), new SquaredJacobian(WEIGHT, 0));
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void anEstimatesGradientIsThatOfFiniteDifferences(Activation activation, int layers) {
    assertGradient(network(activation, layers), new SquaredJacobian(WEIGHT, 2));
  }

  @Test
  void weightsThatTheDecoderSharesGetBothGradients() {
    TestNetwork shape =
        TestNetwork.of(7)
            .encoder("wide", 6, new Tanh())
            .bottleneck("code", 3, new Sigmoid())
            .tied("code", new Tanh())
            .tied("wide", new Linear());
    assertGradient(shape, new SquaredJacobian(WEIGHT, 0));
  }

  private static void assertGradient(TestNetwork shape, SquaredJacobian penalty) {
    AssembledNetwork network = shape.build(2);
    Objective objective = new Objective(network, new SquaredLoss(), List.of(penalty));
    float[] parameters = network.parameters().values().toArray();
    Tensor gradient = Tensor.allocate(1, parameters.length);

    double value = gradient(objective, ROWS, gradient);

    DoubleNetwork oracle = shape.inDouble();
    double[] expected =
        DoubleNetwork.finiteDifferences(parameters, p -> objective(oracle, p, penalty));
    double[] at = new double[parameters.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = parameters[i];
    }
    assertThat(value / objective(oracle, at, penalty)).isCloseTo(1, within(1e-5));
    assertThat(DoubleNetwork.relativeError(gradient.toArray(), expected)).isLessThan(1e-4);
    double[] withoutPenalty =
        DoubleNetwork.finiteDifferences(
            parameters, p -> objective(oracle, p, new SquaredJacobian(0, 0)));
    assertThat(DoubleNetwork.relativeError(gradient.toArray(), withoutPenalty)).isGreaterThan(0.1);
  }

  private static double gradient(Objective objective, float[][] rows, Tensor gradient) {
    return objective.gradient(
        objective.network().parameters().values(),
        Dataset.of(rows),
        IntStream.range(0, rows.length).toArray(),
        SEED,
        gradient);
  }

  /** The mean squared error plus the mean over rows of what the directions say of the Jacobian. */
  private static double objective(
      DoubleNetwork network, double[] parameters, SquaredJacobian penalty) {
    double sum = 0;
    for (int row = 0; row < ROWS.length; row++) {
      double[][] jacobian = network.jacobian(parameters, ROWS[row]);
      int directions = penalty.directions(jacobian.length);
      for (int number = 0; number < directions; number++) {
        for (int input = 0; input < jacobian[0].length; input++) {
          double product = 0;
          for (int code = 0; code < jacobian.length; code++) {
            product +=
                jacobian[code][input]
                    * penalty.direction(
                        jacobian.length, row, code, number, Seeds.of(SEED, StepSeeds.JACOBIANS));
          }
          sum += product * product;
        }
      }
    }
    double factor =
        penalty.samples() == 0 ? penalty.weight() : penalty.weight() / penalty.samples();
    DoubleNetwork.Pass pass = network.forward(parameters, ROWS, UnaryOperator.identity());
    return DoubleNetwork.meanSquaredError(pass.outputs(), ROWS) + factor * sum / ROWS.length;
  }

  @Test
  void manyEstimatesMeanTheNorm() {
    AssembledNetwork network = network(new Tanh(), 2).build(2);
    Tensor gradient = Tensor.allocate(1, network.parameters().size());
    double exact = gradient(of(network, new SquaredJacobian(1, 0)), ROWS, gradient);
    float[] expected = gradient.toArray();
    double estimate = gradient(of(network, new SquaredJacobian(1, 2000)), ROWS, gradient);

    assertThat(estimate).isCloseTo(exact, within(0.02 * exact));
    double[] asDoubles = new double[expected.length];
    for (int i = 0; i < expected.length; i++) {
      asDoubles[i] = expected[i];
    }
    assertThat(DoubleNetwork.relativeError(gradient.toArray(), asDoubles)).isLessThan(0.05);
  }

  private static Objective of(AssembledNetwork network, SquaredJacobian penalty) {
    return new Objective(network, new SquaredLoss(), List.of(penalty));
  }

  @Test
  void twoPenaltiesAddUp() {
    AssembledNetwork network = network(new Gelu(), 2).build(2);
    Tensor both = Tensor.allocate(1, network.parameters().size());
    Tensor one = Tensor.allocate(1, network.parameters().size());
    SquaredJacobian half = new SquaredJacobian(WEIGHT / 2, 0);

    double ofBoth =
        gradient(new Objective(network, new SquaredLoss(), List.of(half, half)), ROWS, both);
    double ofOne = gradient(of(network, new SquaredJacobian(WEIGHT, 0)), ROWS, one);

    assertThat(ofBoth / ofOne).isCloseTo(1, within(1e-6));
    assertThat(both.toArray()).containsExactly(one.toArray(), within(1e-3f));
  }

  /** Linear layers that drop: J is the product of the weights of what was kept. */
  @Test
  void whatWasDroppedHasNoSlope() {
    AssembledNetwork network =
        between(
            new DropoutKernel(5, 0.5), new DenseKernel(5, 2, new Linear(), new GlorotUniform()));
    Tensor parameters = network.parameters().values();
    float[] ones = new float[parameters.size()];
    Arrays.fill(ones, 1f);
    parameters.write(0, ones, ones.length);
    float[][] row = {{1, 1, 1, 1, 1}};
    Tensor gradient = Tensor.allocate(1, ones.length);

    double with = gradient(of(network, new SquaredJacobian(1, 0)), row, gradient);
    double without = gradient(of(network, new SquaredJacobian(0, 0)), row, gradient);

    // Each of the two codes has slope 2 in each input that was kept, of five.
    assertThat((with - without) / 8).isIn(1.0, 2.0, 3.0, 4.0);
  }

  @Test
  void aLayerWithoutDerivativesIsNamed() {
    AssembledNetwork network =
        between(
            new LayerNormalizationKernel(5, 1e-5, new Linear()),
            new DenseKernel(5, 2, new Linear(), new GlorotUniform()));
    Tensor gradient = Tensor.allocate(1, network.parameters().size());

    assertThatExceptionOfType(SpecException.class)
        .isThrownBy(
            () -> gradient(of(network, new SquaredJacobian(1, 0)), Rows.uniform(2, 5, 1), gradient))
        .withMessageContaining("AE-285")
        .withMessageContaining("layer first, a @First");
  }

  @Test
  void anActivationWithoutASecondDerivativeIsNamed() {
    AssembledNetwork network = network(new Steep(), 1).build(2);
    Tensor gradient = Tensor.allocate(1, network.parameters().size());

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> gradient(of(network, new SquaredJacobian(1, 0)), ROWS, gradient))
        .withMessageContaining("Steep");
  }

  /** The identity, as nobody would write it. */
  private static final class Steep implements ElementwiseActivation {

    @Override
    public void apply(float[] x, int n) {}

    @Override
    public void gradient(float[] gradient, float[] y, int n) {}
  }

  private static AssembledNetwork between(LayerKernel<?> first, LayerKernel<?> code) {
    NetworkDescription description =
        NetworkDescription.builder("io.venturi.testing.Any", 5)
            .layer(Section.ENCODER, "first", "com.example.First", 5, 5, Map.of())
            .layer(Section.BOTTLENECK, "code", "Dense", 5, 2, Map.of())
            .layer(Section.DECODER, "out", "Dense", 2, 5, Map.of())
            .build();
    return new AssembledNetwork(
        description,
        List.of(first, code, new DenseKernel(2, 5, new Linear(), new GlorotUniform())),
        new Linear());
  }
}
