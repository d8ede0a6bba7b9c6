package io.venturi.spi;

/** What a hook may know of the step in which it acts. */
public interface StepContext {

  /**
   * The seed of what the hook draws; differs from step to step and from hook to hook. Validation
   * has the same seeds after every epoch, so that its figures can be compared.
   */
  long seed();

  /**
   * How many epochs have been trained before this step, with the part of this one that is done:
   * 2.25 is a quarter into the third. For schedules of warm-up; 0 outside a training.
   */
  double epochs();

  /** How many steps have been made before this one, over all epochs. */
  long steps();

  /** Whether the step changes parameters; otherwise this is validation. */
  boolean isTraining();

  /**
   * This step as one of several parts of a hook sees it: with a seed of that part's own, and
   * otherwise the same.
   *
   * @param number of the part, from 0 on
   */
  default StepContext part(int number) {
    return new PartOfStep(this, number);
  }

  /** What a hook is told outside a training: to corrupt rows for a test, say. */
  static StepContext outsideTraining(long seed) {
    return new StepContext() {
      @Override
      public long seed() {
        return seed;
      }

      @Override
      public double epochs() {
        return 0;
      }

      @Override
      public long steps() {
        return 0;
      }

      @Override
      public boolean isTraining() {
        return false;
      }
    };
  }
}
