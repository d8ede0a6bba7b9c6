package io.venturi.all;

import io.venturi.kernel.Gaussians;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import java.util.List;

/**
 * The objective of a variational autoencoder of dense layers in double, written out from the
 * formulas: nothing of it is shared with the plugin but the draws of ε.
 */
final class DoubleElbo {

  private final NetworkDescription network;
  private final Parameters parameters;
  private final float[][] rows;
  private final long seed;

  /** What stands for the loss, the divergence's treatment and the variances. */
  interface Terms {
    double loss(double z, double y, double x, int feature, double[] own);

    double divergence(double[] unitMeans);
  }

  private final Terms terms;

  DoubleElbo(
      NetworkDescription network, Parameters parameters, float[][] rows, long seed, Terms terms) {
    this.network = network;
    this.parameters = parameters;
    this.rows = rows;
    this.seed = seed;
    this.terms = terms;
  }

  double at(double[] flat) {
    int latents = network.latentSize();
    double[] units = new double[latents];
    double loss = 0;
    for (int r = 0; r < rows.length; r++) {
      double[] x = doubles(rows[r]);
      double[] code = layers(x, 0, 2, flat);
      double[] z = new double[latents];
      for (int j = 0; j < latents; j++) {
        double mean = code[j];
        double logVariance = code[latents + j];
        z[j] = mean + Math.exp(logVariance / 2) * Gaussians.at(seed, (long) r * latents + j);
        units[j] += 0.5 * (mean * mean + Math.exp(logVariance) - 1 - logVariance) / rows.length;
      }
      double[] pre = layers(z, 2, 4, flat);
      double[] own = own(flat);
      for (int i = 0; i < x.length; i++) {
        loss += terms.loss(pre[i], pre[i], x[i], i, own) / rows.length;
      }
    }
    return loss + terms.divergence(units);
  }

  private double[] own(double[] flat) {
    List<ParameterBlock> blocks = parameters.loss();
    if (blocks.isEmpty()) {
      return new double[0];
    }
    double[] own = new double[blocks.get(0).spec().size()];
    System.arraycopy(flat, blocks.get(0).offset(), own, 0, own.length);
    return own;
  }

  /** Dense layers from one number to before another; tanh but for code and output. */
  private double[] layers(double[] input, int from, int to, double[] flat) {
    double[] values = input;
    for (int layer = from; layer < to; layer++) {
      ParameterBlock weights = parameters.layers().get(layer).get(0);
      ParameterBlock biases = parameters.layers().get(layer).get(1);
      int columns = weights.spec().columns();
      double[] next = new double[columns];
      for (int o = 0; o < columns; o++) {
        next[o] = flat[biases.offset() + o];
        for (int i = 0; i < values.length; i++) {
          next[o] += values[i] * flat[weights.offset() + i * columns + o];
        }
        next[o] = layer % 2 == 0 ? Math.tanh(next[o]) : next[o];
      }
      values = next;
    }
    return values;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
