package io.venturi.train;

/** The usual learning-rate schedules. */
public final class Schedules {

  private Schedules() {}

  /** The optimizer's rate throughout. */
  public static Schedule constant() {
    return new NamedSchedule("constant()", (epoch, epochs) -> 1);
  }

  /**
   * Multiplies the rate by {@code factor} every {@code every} epochs: {@code factor^⌊epoch /
   * every⌋}.
   *
   * @param every at least 1
   * @param factor above 0
   */
  public static Schedule step(int every, double factor) {
    Hyperparameters.require(every >= 1, "the step schedule's every", every, "at least 1");
    Hyperparameters.requirePositive("the step schedule's factor", factor);
    return new NamedSchedule(
        "step(" + every + ", " + factor + ")",
        (epoch, epochs) -> StepMath.power(factor, (long) (epoch / every)));
  }

  /**
   * Multiplies the rate by {@code perEpoch} every epoch, smoothly: {@code perEpoch^epoch}.
   *
   * @param perEpoch above 0
   */
  public static Schedule exponential(double perEpoch) {
    Hyperparameters.requirePositive("the exponential schedule's perEpoch", perEpoch);
    double logarithm = StrictMath.log(perEpoch);
    return new NamedSchedule(
        "exponential(" + perEpoch + ")", (epoch, epochs) -> StrictMath.exp(epoch * logarithm));
  }

  /** Half a cosine from 1 to 0 over the whole training (Loshchilov and Hutter, 2017). */
  public static Schedule cosine() {
    return cosine(0);
  }

  /**
   * Half a cosine from 1 to {@code floor} over the whole training (Loshchilov and Hutter, 2017).
   *
   * @param floor in [0, 1)
   */
  public static Schedule cosine(double floor) {
    Hyperparameters.requireFraction("the cosine schedule's floor", floor);
    return new NamedSchedule(
        "cosine(" + floor + ")",
        (epoch, epochs) ->
            floor + (1 - floor) * StepMath.fallingCosine(Math.min(1, epoch / epochs)));
  }

  /**
   * Rises linearly to the optimizer's rate over the first {@code epochs} epochs, which may be a
   * fraction (Goyal et al., 2017); to be continued by {@link WarmUp#then}.
   *
   * @param epochs above 0
   */
  public static WarmUp warmUp(double epochs) {
    return new WarmUp(epochs);
  }

  /**
   * A warm-up, and nothing after it.
   *
   * @param length in epochs, above 0
   */
  public record WarmUp(double length) implements Schedule {

    /** Where the first step starts: a rate of 0 would waste it. */
    private static final double START = 0.01;

    /** Checks the length. */
    public WarmUp {
      Hyperparameters.requirePositive("the warm-up's epochs", length);
    }

    @Override
    public double factor(double epoch, double epochs) {
      return epoch >= length ? 1 : START + (1 - START) * epoch / length;
    }

    @Override
    public String toString() {
      return "warmUp(" + length + ")";
    }

    /** This warm-up, and then another schedule over the epochs that are left. */
    public Schedule then(Schedule next) {
      return new NamedSchedule(
          this + ".then(" + NamedSchedule.nameOf(next) + ")",
          (epoch, epochs) ->
              epoch < length
                  ? factor(epoch, epochs)
                  : next.factor(epoch - length, Math.max(0, epochs - length)));
    }
  }
}
