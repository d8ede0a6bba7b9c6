package io.venturi.spi;

import io.venturi.kernel.Seeds;

/**
 * A step with another stream of seeds, of a part of a hook. It looks at the step whenever it is
 * asked, so it can be kept as long as that can.
 */
record PartOfStep(StepContext step, int number) implements StepContext {

  @Override
  public long seed() {
    return Seeds.of(step.seed(), number);
  }

  @Override
  public double epochs() {
    return step.epochs();
  }

  @Override
  public long steps() {
    return step.steps();
  }

  @Override
  public boolean isTraining() {
    return step.isTraining();
  }
}
