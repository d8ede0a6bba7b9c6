package io.venturi.all;

import io.venturi.contractive.Contractive;
import io.venturi.kernel.Gaussians;
import io.venturi.kernel.Seeds;
import io.venturi.sparse.KullbackLeibler;
import io.venturi.sparse.L1;
import io.venturi.sparse.Sparse;
import io.venturi.sparse.TopK;
import io.venturi.testkit.Conformance;
import io.venturi.variational.Capacity;
import io.venturi.variational.Variational;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** What the types of autoencoders add to an objective, at the beginning of a training. */
final class TypeFormulas {

  private TypeFormulas() {}

  /** Those of a spec's types. */
  static void state(Class<?> spec, Conformance conformance) {
    Contractive contractive = spec.getAnnotation(Contractive.class);
    if (contractive != null) {
      conformance.jacobian("contractive", (j, seed, row) -> norm(contractive, j, seed, row));
    }
    Sparse sparse = spec.getAnnotation(Sparse.class);
    if (sparse != null) {
      conformance.penalty("sparsity", codes -> sparsity(sparse, codes));
      conformance.transform((codes, seed) -> kept(sparse, codes));
      conformance.transformInUse(codes -> kept(sparse, codes));
    }
    Variational variational = spec.getAnnotation(Variational.class);
    if (variational != null) {
      conformance.penalty("weightedKl", codes -> divergence(variational, codes));
      conformance.transform(TypeFormulas::drawn);
      conformance.transformInUse(TypeFormulas::means);
    }
  }

  /** The squared norm, or Hutchinson's estimate by signs. */
  private static double norm(Contractive contractive, double[][] jacobian, long seed, int row) {
    int codes = jacobian.length;
    int probes = contractive.probes();
    boolean small = probes == Contractive.AUTO && codes <= 16;
    if (small || probes == Contractive.EXACT || probes >= codes) {
      return contractive.weight()
          * squares(Arrays.stream(jacobian).flatMapToDouble(DoubleStream::of));
    }
    int directions = Math.max(1, probes);
    double sum = 0;
    for (int number = 0; number < directions; number++) {
      double[] product = new double[jacobian[0].length];
      for (int c = 0; c < codes; c++) {
        long draw = Seeds.draw(Seeds.of(seed, number), (long) row * codes + c);
        for (int i = 0; i < product.length; i++) {
          product[i] += (draw < 0 ? -1 : 1) * jacobian[c][i];
        }
      }
      sum += squares(DoubleStream.of(product));
    }
    return contractive.weight() * sum / directions;
  }

  private static double squares(DoubleStream values) {
    return values.map(value -> value * value).sum();
  }

  private static double sparsity(Sparse sparse, double[][] codes) {
    double[][] kept = kept(sparse, codes);
    double sum = 0;
    for (KullbackLeibler kl : sparse.kl()) {
      for (int j = 0; j < kept[0].length; j++) {
        sum += kl.weight() * divergence(kl.target(), mean(kept, j));
      }
    }
    for (L1 l1 : sparse.l1()) {
      double sizes = Arrays.stream(kept).flatMapToDouble(DoubleStream::of).map(Math::abs).sum();
      sum += l1.weight() * sizes / kept.length;
    }
    return sum;
  }

  private static double mean(double[][] codes, int unit) {
    return Arrays.stream(codes).mapToDouble(row -> row[unit]).average().orElseThrow();
  }

  /** A unit that was never kept counts as if its mean were a millionth. */
  private static double divergence(double target, double mean) {
    double actual = Math.max(1e-6, mean);
    return target * Math.log(target / actual)
        + (1 - target) * Math.log((1 - target) / (1 - actual));
  }

  /** The k largest of each row, which has no equal ones. */
  private static double[][] kept(Sparse sparse, double[][] codes) {
    double[][] kept = codes;
    for (TopK topK : sparse.topK()) {
      kept =
          Arrays.stream(codes)
              .map(
                  row -> {
                    double least = DoubleStream.of(row).sorted().toArray()[row.length - topK.k()];
                    return DoubleStream.of(row).map(v -> v < least ? 0 : v).toArray();
                  })
              .toArray(double[][]::new);
    }
    return kept;
  }

  /** Half of a code are means, half logarithms of variances. */
  private static double divergence(Variational variational, double[][] codes) {
    int latents = codes[0].length / 2;
    double sum = 0;
    for (int j = 0; j < latents; j++) {
      double unit = 0;
      for (double[] code : codes) {
        double logVariance = code[latents + j];
        unit += (code[j] * code[j] + Math.exp(logVariance) - logVariance - 1) / 2 / codes.length;
      }
      sum += Math.max(variational.freeBits(), unit);
    }
    double beta = variational.warmUp().length == 0 ? variational.beta() : 0;
    for (Capacity capacity : variational.capacity()) {
      sum = Math.abs(sum - capacity.nats());
    }
    return beta * sum;
  }

  private static double[][] means(double[][] codes) {
    return Arrays.stream(codes)
        .map(code -> Arrays.copyOf(code, code.length / 2))
        .toArray(double[][]::new);
  }

  private static double[][] drawn(double[][] codes, long seed) {
    int latents = codes[0].length / 2;
    double[][] drawn = new double[codes.length][latents];
    for (int r = 0; r < codes.length; r++) {
      for (int j = 0; j < latents; j++) {
        double deviation = Math.exp(codes[r][latents + j] / 2);
        drawn[r][j] = codes[r][j] + deviation * Gaussians.at(seed, (long) r * latents + j);
      }
    }
    return drawn;
  }
}
