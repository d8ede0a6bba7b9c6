package io.venturi.testkit;

import io.venturi.kernel.Tensor;
import io.venturi.spi.ParameterBlock;
import io.venturi.train.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The objective's gradient against central differences of the objective itself, in floats: that
 * both are of one function, whatever it is.
 */
final class FiniteDifferences implements Property {

  /** Few, so that few kinks, such as ReLU's, lie within a finite difference. */
  private static final int ROWS = 6;

  private static final double TOLERANCE = 1e-3;
  private static final double STEP = 1.0 / 64;

  /** At most so many parameters of a block, drawn by chance. */
  private static final int OF_A_BLOCK = 48;

  /** Where differences of one and two steps disagree by more, a kink lies between. */
  private static final double KINK = 1e-4;

  private static final double SMALLEST_SCALE = 0.5;

  @Override
  public String name() {
    return "gradients agree with finite differences";
  }

  @Override
  public void check(Subject subject) {
    Objective objective = subject.objective();
    float[][] rows = subject.rows(ROWS, 1);
    float[] at = objective.network().parameters().values().toArray();
    Tensor scratch = Tensor.allocate(1, at.length);
    Subject.evaluate(objective, at, rows, scratch);
    float[] gradient = scratch.toArray();
    double kink = KINK * Math.max(SMALLEST_SCALE, Rows.norm(Rows.doubles(gradient)));

    double error = 0;
    double norm = 0;
    int compared = 0;
    int worst = -1;
    double worstError = 0;
    List<Integer> places = places(objective.network().parameters().blocks());
    for (int i : places) {
      double[] values = new double[4];
      for (int step = 0; step < 4; step++) {
        float[] point = at.clone();
        point[i] += (float) (Differences.STEPS[step] * STEP);
        values[step] = Subject.evaluate(objective, point, rows, scratch);
      }
      double one = (values[2] - values[1]) / (2 * STEP);
      double two = (values[3] - values[0]) / (4 * STEP);
      if (Math.abs(one - two) <= kink) {
        double difference = (4 * one - two) / 3;
        double off = Math.abs(gradient[i] - difference);
        error += off * off;
        norm += difference * difference;
        compared++;
        if (!(off <= worstError)) {
          worst = i;
          worstError = off;
        }
      }
    }
    if (compared <= places.size() / 2) {
      throw Violation.of(
          "the objective jumps: something is drawn anew at each call instead of from the seed, or"
              + " the spec is too large, or full of kinks, for finite differences",
          "of %d parameters only %d have finite differences that agree for two step sizes",
          places.size(),
          compared);
    }
    if (!(norm > 1e-12)) {
      throw Violation.of(
          "nothing that is learned reaches the loss",
          "the objective does not depend on any parameter");
    }
    if (!(Math.sqrt(error / norm) <= TOLERANCE)) {
      throw Violation.of(
          "a backward pass that is not the derivative of its forward pass, such as one with the"
              + " derivative of another activation, or a gradient that misses a factor",
          "the gradient is off by %.2g of its norm (at most %.0g), most at parameter %s: %g, where"
              + " differences say %+.2g more or less",
          Math.sqrt(error / norm),
          TOLERANCE,
          place(objective, worst),
          gradient[worst],
          worstError);
    }
  }

  static String place(Objective objective, int index) {
    List<List<ParameterBlock>> layers = objective.network().parameters().layers();
    for (int i = 0; i < layers.size(); i++) {
      for (ParameterBlock block : layers.get(i)) {
        if (index >= block.offset() && index < block.offset() + block.spec().size()) {
          String layer = objective.network().description().layers().get(i).name();
          return layer + "." + block.spec().name() + "[" + (index - block.offset()) + "]";
        }
      }
    }
    return "of the loss";
  }

  private static List<Integer> places(List<ParameterBlock> blocks) {
    SplittableRandom random = new SplittableRandom(1);
    List<Integer> places = new ArrayList<>();
    for (ParameterBlock block : blocks) {
      int size = block.spec().size();
      for (int i = 0; i < Math.min(size, OF_A_BLOCK); i++) {
        places.add(block.offset() + (size <= OF_A_BLOCK ? i : random.nextInt(size)));
      }
    }
    return places;
  }
}
