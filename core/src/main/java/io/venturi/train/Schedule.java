package io.venturi.train;

/**
 * How the learning rate changes: a factor on the optimizer's rate, by how much of the training is
 * done. Progress is counted in epochs, with fractions, so that a schedule means the same for every
 * batch size. The length of a stream may be known only after the first epoch: a schedule that
 * changes within that one is then refused ({@link io.venturi.data.RowStream#withSize} says the
 * length).
 *
 * <p>Schedules compose: {@code Schedules.warmUp(2).then(Schedules.cosine())}.
 */
@FunctionalInterface
public interface Schedule {

  /**
   * The factor for the next step.
   *
   * @param epoch epochs done, from 0, with the fraction of the one at hand
   * @param epochs epochs planned
   * @return at least 0 and finite
   */
  double factor(double epoch, double epochs);

  /** This schedule multiplied by another. */
  default Schedule times(Schedule other) {
    return new NamedSchedule(
        NamedSchedule.nameOf(this) + ".times(" + NamedSchedule.nameOf(other) + ")",
        (epoch, epochs) -> factor(epoch, epochs) * other.factor(epoch, epochs));
  }
}
