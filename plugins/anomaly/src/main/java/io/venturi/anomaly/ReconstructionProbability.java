package io.venturi.anomaly;

import io.venturi.kernel.Gaussians;
import io.venturi.model.Attachment;
import java.util.Arrays;

/** {@link Measure#RECONSTRUCTION_PROBABILITY}. */
final class ReconstructionProbability implements FittedMeasure {

  private static final String VARIANCES = "drawn-variances";
  private static final int DRAWS = 16;

  /** Of all draws: a row's score must not depend on where it stands. */
  private static final long SEED = 0x5eed;

  private final Pass pass;
  private final double[] variances;

  ReconstructionProbability(Pass pass, double[] variances) {
    this.pass = pass;
    this.variances = variances.clone();
  }

  static ReconstructionProbability of(Attachment attachment, Pass pass) {
    return new ReconstructionProbability(
        pass, Positive.of(attachment, VARIANCES, pass.model().inputs()));
  }

  @Override
  public float[] contributions(RowBlock block) {
    int width = variances.length;
    double[] squares = meanSquares(pass, block);
    float[] into = new float[squares.length];
    for (int i = 0; i < squares.length; i++) {
      into[i] = (float) (squares[i] / variances[i % width]);
    }
    return into;
  }

  /** Squared residuals of a block, (rows, features), as means over draws of the codes. */
  private static double[] meanSquares(Pass pass, RowBlock block) {
    int units = pass.model().codeSize();
    float[][] posterior = pass.encoderOutput(block);
    double[] squares = new double[block.residuals().length];
    float[] codes = new float[block.count() * units];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < codes.length; i++) {
        float[] of = posterior[i / units];
        int unit = i % units;
        double deviation = Math.exp(of[units + unit] / 2.0);
        codes[i] = (float) (of[unit] + deviation * Gaussians.at(SEED, (long) draw * units + unit));
      }
      float[] residuals = pass.residuals(block, codes);
      for (int i = 0; i < residuals.length; i++) {
        squares[i] += (double) residuals[i] * residuals[i] / DRAWS;
      }
    }
    return squares;
  }

  @Override
  public void attach(Attachment.Builder attachment) {
    attachment.array(VARIANCES, variances);
  }

  /** Learns the mean squares over rows and draws. */
  static final class Learner implements MeasureLearner {

    private final Pass pass;
    private final double[] sums;
    private long rows;

    Learner(Pass pass) {
      this.pass = pass;
      this.sums = new double[pass.model().inputs()];
    }

    @Override
    public void add(RowBlock block) {
      double[] squares = meanSquares(pass, block);
      for (int i = 0; i < squares.length; i++) {
        sums[i % sums.length] += squares[i];
      }
      rows += block.count();
    }

    @Override
    public FittedMeasure learned() {
      double[] squares = Arrays.stream(sums).map(sum -> sum / rows).toArray();
      return new ReconstructionProbability(pass, Covariance.floored(squares, WeightedError.FLOOR));
    }
  }
}
