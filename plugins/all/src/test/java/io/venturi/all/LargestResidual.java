package io.venturi.all;

import io.venturi.anomaly.FittedMeasure;
import io.venturi.anomaly.Measure;
import io.venturi.anomaly.MeasureLearner;
import io.venturi.anomaly.Pass;
import io.venturi.anomaly.RowBlock;
import io.venturi.model.Attachment;
import io.venturi.model.Model;

/**
 * A stranger's measure: a row's largest absolute residual, in units of what it is on normal rows,
 * all of it its feature's.
 */
final class LargestResidual implements Measure {

  @Override
  public String name() {
    return "largest-residual";
  }

  @Override
  public boolean fits(Model<?> model) {
    return true;
  }

  @Override
  public MeasureLearner learner(Pass pass) {
    return new Learner(pass.model().inputs());
  }

  @Override
  public FittedMeasure read(Attachment state, Pass pass) {
    return new Fitted(pass.model().inputs(), state.doubles("units", 1)[0]);
  }

  /** The feature whose residual is the largest of a row's. */
  private static int largest(RowBlock block, int row, int width) {
    int largest = row * width;
    for (int i = largest; i < (row + 1) * width; i++) {
      if (Math.abs(block.residuals()[i]) > Math.abs(block.residuals()[largest])) {
        largest = i;
      }
    }
    return largest;
  }

  private static final class Learner implements MeasureLearner {

    private final int width;
    private double sum;
    private int rows;

    Learner(int width) {
      this.width = width;
    }

    @Override
    public void add(RowBlock block) {
      for (int r = 0; r < block.count(); r++) {
        sum += Math.abs(block.residuals()[largest(block, r, width)]);
      }
      rows += block.count();
    }

    @Override
    public FittedMeasure learned() {
      return new Fitted(width, sum / rows);
    }
  }

  private record Fitted(int width, double usual) implements FittedMeasure {

    @Override
    public float[] contributions(RowBlock block) {
      float[] contributions = new float[block.rows().length];
      for (int r = 0; r < block.count(); r++) {
        int largest = largest(block, r, width);
        contributions[largest] = (float) (Math.abs(block.residuals()[largest]) / usual);
      }
      return contributions;
    }

    @Override
    public void attach(Attachment.Builder state) {
      state.array("units", new double[] {usual}); // A name that the detector's own has, too.
    }
  }
}
