package io.venturi.testkit;

import io.venturi.annotation.Codomain;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Section;
import io.venturi.train.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Codes at both ends of the interval in which they lie, and saturated activations: in training they
 * come about, and one number that is not finite ends it.
 */
final class ExtremeValues implements Property {

  private static final double[] PRE_ACTIVATIONS = {-1e4, -30, 0, 30, 1e4};
  private static final int ROWS = 5;

  @Override
  public String name() {
    return "penalties, transforms and activations are finite at extreme values too";
  }

  @Override
  public void check(Subject subject) {
    Objective objective = subject.objective();
    NetworkDescription network = objective.network().description();
    Parts parts = Parts.of(objective.types());
    Activation last = null;
    for (LayerDescription layer : network.layers()) {
      Activation activation = activation(subject, layer);
      if (activation != null) {
        check(activation);
      }
      last = layer.section() == Section.DECODER ? last : activation;
    }
    for (float[][] codes : codes(points(last), network.codeSize())) {
      for (CodePenalty penalty : parts.penalties()) {
        check(penalty, codes);
      }
      if (parts.transform() != null) {
        check(parts.transform(), codes, network.latentSize());
      }
    }
  }

  /** Null if the layer has none that is known by its class. */
  private static @Nullable Activation activation(Subject subject, LayerDescription layer) {
    String name = layer.attributes().get("activation");
    if (name == null) {
      return null;
    }
    try {
      Class<?> type = Class.forName(name, true, subject.spec().getClassLoader());
      return (Activation) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " cannot be made", e);
    }
  }

  private static void check(Activation activation) {
    for (double z : PRE_ACTIVATIONS) {
      check(activation, z, z, z);
    }
    check(activation, PRE_ACTIVATIONS);
  }

  /** On one row. */
  private static void check(Activation activation, double... z) {
    float[] x = new float[z.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) z[i];
    }
    float[] y = x.clone();
    activation.apply(y, 1, y.length);
    float[] gradient = new float[x.length];
    Arrays.fill(gradient, 1f);
    activation.gradient(gradient, (activation.differentiatesInput() ? x : y).clone(), 1, x.length);
    if (!isFinite(y) || !isFinite(gradient)) {
      throw Violation.of(
          "an exponential that overflows, and a quotient or a product with 0 of what it becomes:"
              + " take the exponential of −|x|, or of what is left of a row's largest",
          "%s of %s is %s, with a derivative of %s",
          activation.getClass().getSimpleName(),
          Arrays.toString(x),
          Arrays.toString(y),
          Arrays.toString(gradient));
    }
  }

  /** What a code can be: floats reach the ends of an open interval too. */
  private static double[] points(@Nullable Activation activation) {
    Codomain interval =
        activation == null ? null : activation.getClass().getAnnotation(Codomain.class);
    double min = interval == null ? Double.NEGATIVE_INFINITY : interval.min();
    double max = interval == null ? Double.POSITIVE_INFINITY : interval.max();
    return DoubleStream.of(-30, min, 0, 1, max, 30)
        .filter(point -> point >= min && point <= max && Double.isFinite(point))
        .distinct()
        .toArray();
  }

  /** Of every point a batch that has nothing else, and one that has all. */
  private static List<float[][]> codes(double[] points, int width) {
    List<float[][]> batches = new ArrayList<>();
    float[][] mixed = new float[ROWS][width];
    for (int p = 0; p < points.length; p++) {
      float[][] same = new float[ROWS][width];
      for (int r = 0; r < ROWS; r++) {
        Arrays.fill(same[r], (float) points[p]);
        for (int i = 0; i < width; i++) {
          mixed[r][i] = (float) points[(r + i) % points.length];
        }
      }
      batches.add(same);
    }
    batches.add(mixed);
    return batches;
  }

  private static void check(CodePenalty penalty, float[][] codes) {
    for (Occasion occasion : List.of(Occasion.of(Subject.SEED), Occasion.late(Subject.SEED))) {
      Tensor gradient = Tensor.allocate(ROWS, codes[0].length);
      double value = penalty.penalise(Rows.tensor(codes, 0), gradient, ROWS, occasion);
      if (!Double.isFinite(value) || !isFinite(gradient.toArray())) {
        throw Violation.of(
            "a logarithm or a quotient of 0: keep what it is of from 0, and say so in the formula",
            "penalty '%s' is %s on rows of codes like %s, with the gradient %s",
            penalty.name(),
            value,
            Arrays.toString(codes[0]),
            Arrays.toString(gradient.toRows()[0]));
      }
    }
  }

  private static void check(CodeTransform transform, float[][] codes, int latents) {
    Occasion occasion = Occasion.of(Subject.SEED);
    Tensor code = Rows.tensor(codes, 0);
    Tensor latent = Tensor.allocate(ROWS, latents);
    transform.inUse(code, latent, ROWS, occasion.scratch());
    requireFinite(latent, codes, "in use");
    transform.forward(code, latent, ROWS, occasion);
    requireFinite(latent, codes, "in training");
    float[][] ones = new float[ROWS][latents];
    for (float[] row : ones) {
      Arrays.fill(row, 1f);
    }
    Tensor gradient = Tensor.allocate(ROWS, codes[0].length);
    transform.backward(code, Rows.tensor(ones, 0), gradient, ROWS, occasion);
    requireFinite(gradient, codes, "as a gradient");
  }

  private static void requireFinite(Tensor made, float[][] codes, String where) {
    if (!isFinite(made.toArray())) {
      throw Violation.of(
          "an exponential, a logarithm or a quotient of codes as they come",
          "the transform makes %s of codes like %s, %s",
          Arrays.toString(made.toRows()[0]),
          Arrays.toString(codes[0]),
          where);
    }
  }

  private static boolean isFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
