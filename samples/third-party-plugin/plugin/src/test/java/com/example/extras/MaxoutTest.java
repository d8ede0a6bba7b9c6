package com.example.extras;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.contractive.Contractive;
import io.venturi.kernel.HeNormal;
import io.venturi.testkit.Conformance;
import io.venturi.testkit.ConformanceTest;
import io.venturi.testkit.LayerGraph;
import org.nd4j.autodiff.samediff.SDVariable;

/** Maxout everywhere, rows as wide as the data says, and a penalty on the encoder's Jacobian. */
class MaxoutTest extends ConformanceTest {

  private static final double WEIGHT = 0.1;

  @Contractive(weight = WEIGHT)
  @TukeyBiweight(threshold = 2)
  @Autoencoder(input = Autoencoder.FROM_DATA)
  interface Table {
    @Encoder
    @Maxout(units = 4, pieces = 2, initializer = HeNormal.class)
    Layer narrow();

    @Bottleneck
    @Maxout(units = 2, pieces = 3)
    Layer code();

    @Decoder
    @Maxout(pieces = 2)
    Layer rebuilt();
  }

  @Override
  protected Conformance conformance() {
    return Conformance.of(Table.class)
        .layer(Maxout.class, MaxoutTest::maxout)
        .loss(row -> row.mean((y, x) -> biweight((y - x) / 2)))
        .jacobian("contractive", MaxoutTest::squaredNorm);
  }

  /** The same in double. */
  static SDVariable maxout(LayerGraph layer, SDVariable x) {
    int pieces = (int) layer.number("pieces");
    return layer.activate(
        x.mmul(layer.parameter("weights"))
            .add(layer.parameter("biases"))
            .reshape(layer.rows(), pieces, layer.layer().outputs())
            .max(1));
  }

  private static double biweight(double share) {
    double u = Math.min(1, share * share);
    return 4.0 / 6 * (1 - Math.pow(1 - u, 3));
  }

  private static double squaredNorm(double[][] jacobian) {
    double sum = 0;
    for (double[] row : jacobian) {
      for (double value : row) {
        sum += value * value;
      }
    }
    return WEIGHT * sum;
  }
}
