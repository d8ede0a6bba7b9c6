package io.venturi.testkit;

import io.venturi.data.Dataset;

/** A training step allocates nothing on the heap, to the byte. */
final class NoAllocation implements Property {

  private static final int BATCH = 16;

  @Override
  public String name() {
    return "a training step allocates nothing";
  }

  @Override
  public void check(Subject subject) {
    AllocationMeter meter = new AllocationMeter();
    Dataset data = Dataset.of(subject.rows(AllocationMeter.STEPS * BATCH, 1));
    subject
        .trainer()
        .epochs(1)
        .batchSize(BATCH)
        .threads(1)
        .listener(meter)
        .fit(data)
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
