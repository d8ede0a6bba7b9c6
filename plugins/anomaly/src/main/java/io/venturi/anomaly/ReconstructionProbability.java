package io.venturi.anomaly;

import io.venturi.kernel.Gaussians;
import io.venturi.model.Attachment;
import io.venturi.model.Model;

/** {@link Measure#RECONSTRUCTION_PROBABILITY}. */
final class ReconstructionProbability implements Component {

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

  /** Whether a model's encoder gives a mean and the logarithm of a variance for each unit. */
  static boolean fits(Model<?> model) {
    return model.hasGaussianPosterior();
  }

  static ReconstructionProbability of(Attachment attachment, Pass pass) {
    return new ReconstructionProbability(
        pass, Positive.of(attachment, VARIANCES, pass.model().inputs()));
  }

  @Override
  public Measure measure() {
    return Measure.RECONSTRUCTION_PROBABILITY;
  }

  @Override
  public void contributions(RowBlock block, float[] into) {
    int width = variances.length;
    double[] squares = meanSquares(pass, block);
    for (int i = 0; i < squares.length; i++) {
      into[i] = (float) (squares[i] / variances[i % width]);
    }
  }

  /** Squared residuals of a block, (rows, features), as means over draws of the codes. */
  static double[] meanSquares(Pass pass, RowBlock block) {
    int units = pass.model().codeSize();
    float[][] posterior = pass.encoderOutput(block.rows(), block.count());
    double[] squares = new double[block.residuals().length];
    float[] codes = new float[block.count() * units];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int i = 0; i < codes.length; i++) {
        float[] of = posterior[i / units];
        int unit = i % units;
        double deviation = Math.exp(of[units + unit] / 2.0);
        codes[i] = (float) (of[unit] + deviation * Gaussians.at(SEED, (long) draw * units + unit));
      }
      float[] residuals = pass.decode(codes, block.count());
      pass.subtract(block.rows(), residuals);
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
}
