package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.losses.BernoulliLikelihood;
import io.venturi.losses.BinaryCrossEntropy;
import io.venturi.losses.CategoricalCrossEntropy;
import io.venturi.losses.CosineDistance;
import io.venturi.losses.GaussianLikelihood;
import io.venturi.losses.GaussianLikelihood.Learned;
import io.venturi.losses.Huber;
import io.venturi.losses.LogCosh;
import io.venturi.losses.MeanAbsoluteError;
import io.venturi.losses.MeanSquaredError;
import io.venturi.losses.Poisson;
import io.venturi.losses.StructuralSimilarity;
import io.venturi.testkit.LossFormula;
import io.venturi.testkit.LossRow;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What the losses of {@code io.venturi.losses} are, of one row. */
final class LossFormulas {

  private LossFormulas() {}

  /** That of a spec's loss. */
  static LossFormula of(Class<?> spec) {
    return Stream.of(spec.getAnnotations())
        .map(annotation -> of(annotation, spec))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<LossFormula> of(Annotation loss, Class<?> spec) {
    if (loss instanceof MeanSquaredError) {
      return Optional.of(row -> row.mean((y, x) -> (y - x) * (y - x)));
    } else if (loss instanceof MeanAbsoluteError) {
      return Optional.of(row -> row.mean((y, x) -> Math.abs(y - x)));
    } else if (loss instanceof Huber huber) {
      return Optional.of(row -> row.mean((y, x) -> huber(Math.abs(y - x), huber.delta())));
    } else if (loss instanceof LogCosh) {
      return Optional.of(row -> row.mean((y, x) -> logCosh(Math.abs(y - x))));
    } else if (loss instanceof BinaryCrossEntropy) {
      return Optional.of(row -> row.meanOfLogits(LossFormulas::crossEntropy));
    } else if (loss instanceof BernoulliLikelihood) {
      return Optional.of(row -> row.sumOfLogits(LossFormulas::crossEntropy));
    } else if (loss instanceof Poisson) {
      return Optional.of(row -> row.mean((y, x) -> y - x * Math.log(y)));
    } else if (loss instanceof CategoricalCrossEntropy) {
      return Optional.of(row -> row.sum((y, x) -> -x * Math.log(y)));
    } else if (loss instanceof CosineDistance) {
      return Optional.of(LossFormulas::cosineDistance);
    } else if (loss instanceof GaussianLikelihood likelihood) {
      return Optional.of(row -> gaussian(row, likelihood));
    } else if (loss instanceof StructuralSimilarity similarity) {
      int[] shape = spec.getAnnotation(Autoencoder.class).input();
      return Optional.of(row -> 1 - new Similarity(similarity, shape).of(row.y(), row.x()));
    }
    return Optional.empty();
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

  private static double gaussian(LossRow row, GaussianLikelihood likelihood) {
    double sum = 0;
    for (int i = 0; i < row.x().length; i++) {
      double variance = likelihood.variance();
      if (likelihood.learn() != Learned.NOTHING) {
        int own = likelihood.learn() == Learned.ONE ? 0 : i;
        variance = likelihood.smallest() + Math.exp(row.parameters()[own]);
      }
      double difference = row.y()[i] - row.x()[i];
      sum += (difference * difference / variance + Math.log(2 * Math.PI * variance)) / 2;
    }
    return sum;
  }

  /** The mean structural similarity of two images, window by window. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Similarity(StructuralSimilarity loss, int[] shape) {

    double of(double[] y, double[] x) {
      int window = loss.window();
      double sum = 0;
      int places = 0;
      for (int channel = 0; channel < shape[2]; channel++) {
        for (int top = 0; top + window <= shape[0]; top++) {
          for (int left = 0; left + window <= shape[1]; left++) {
            int[] pixels = pixels(top, left, channel);
            sum += ofWindow(values(y, pixels), values(x, pixels));
            places++;
          }
        }
      }
      return sum / places;
    }

    private int[] pixels(int top, int left, int channel) {
      int window = loss.window();
      int[] pixels = new int[window * window];
      for (int i = 0; i < pixels.length; i++) {
        int row = top + i / window;
        int column = left + i % window;
        pixels[i] = (row * shape[1] + column) * shape[2] + channel;
      }
      return pixels;
    }

    private static double[] values(double[] image, int[] pixels) {
      return Arrays.stream(pixels).mapToDouble(pixel -> image[pixel]).toArray();
    }

    private double ofWindow(double[] y, double[] x) {
      double c1 = Math.pow(loss.k1() * loss.dataRange(), 2);
      double c2 = Math.pow(loss.k2() * loss.dataRange(), 2);
      double[] weights = weights();
      double uy = 0;
      double ux = 0;
      for (int i = 0; i < weights.length; i++) {
        uy += weights[i] * y[i];
        ux += weights[i] * x[i];
      }
      double syy = 0;
      double sxx = 0;
      double sxy = 0;
      for (int i = 0; i < weights.length; i++) {
        syy += weights[i] * (y[i] - uy) * (y[i] - uy);
        sxx += weights[i] * (x[i] - ux) * (x[i] - ux);
        sxy += weights[i] * (x[i] - ux) * (y[i] - uy);
      }
      return (2 * ux * uy + c1) * (2 * sxy + c2) / ((ux * ux + uy * uy + c1) * (sxx + syy + c2));
    }

    /** Of a Gaussian, adding up to 1. */
    private double[] weights() {
      int window = loss.window();
      double[] weights = new double[window * window];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        double down = i / window - window / 2;
        double right = i % window - window / 2;
        double distance = (down * down + right * right) / Math.pow(loss.standardDeviation(), 2);
        weights[i] = Math.exp(-distance / 2);
        sum += weights[i];
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] /= sum;
      }
      return weights;
    }
  }
}
