package io.venturi.testkit;

import io.venturi.annotation.MissingValues;
import io.venturi.data.Dataset;

/** A training step allocates nothing on the heap, to the byte; with missing values neither. */
final class NoAllocation implements Property {

  private static final int BATCH = 16;

  @Override
  public String name() {
    return "a training step allocates nothing";
  }

  @Override
  public void check(Subject subject) {
    AllocationMeter meter = new AllocationMeter();
    float[][] rows = subject.rows(AllocationMeter.STEPS * BATCH, 1);
    if (subject.spec().isAnnotationPresent(MissingValues.class) && subject.inputs() > 1) {
      for (float[] row : rows) {
        row[0] = Float.NaN;
      }
    }
    subject
        .trainer()
        .epochs(1)
        .batchSize(BATCH)
        .threads(1)
        .listener(meter)
        .fit(Dataset.of(rows))
        .model()
        .close();
    if (meter.bytesPerStep() > 0) {
      throw Violation.of(
          "an array, a boxed number, an iterator or a lambda that is made at each call: make it in"
              + " the constructor, ask for scratch(), or use the workspace's tiles",
          "a training step allocates %s bytes on the heap",
          meter.bytesPerStep());
    }
  }
}
