package io.venturi.testkit;

import io.venturi.annotation.Codomain;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;

/** What {@code @LossKind(target = ...)} says: the ends are data, what lies beyond is refused. */
final class DeclaredIntervals implements Property {

  private static final int ROWS = 16;
  private static final double BEYOND = 0.5;

  @Override
  public String name() {
    return "data outside the interval of the loss is refused, its ends are not";
  }

  @Override
  public boolean appliesTo(Subject subject) {
    Codomain interval = subject.target();
    return Double.isFinite(interval.min()) || Double.isFinite(interval.max());
  }

  @Override
  public void check(Subject subject) {
    Codomain interval = subject.target();
    if (Double.isFinite(interval.min())) {
      check(subject, interval.min(), -BEYOND, interval.minExclusive());
    }
    if (Double.isFinite(interval.max())) {
      check(subject, interval.max(), BEYOND, interval.maxExclusive());
    }
  }

  private static void check(Subject subject, double end, double outwards, boolean exclusive) {
    if (exclusive) {
      requireRefused(subject, (float) end);
    } else {
      fit(subject, (float) end);
    }
    requireRefused(subject, (float) (end + outwards));
  }

  private static void fit(Subject subject, float value) {
    float[][] rows = subject.rows(ROWS, 1);
    rows[3][0] = value;
    subject.trainer().epochs(1).batchSize(ROWS).fit(Dataset.of(rows)).model().close();
  }

  private static void requireRefused(Subject subject, float value) {
    try {
      fit(subject, value);
    } catch (DataException refusal) {
      String text = String.valueOf(refusal.getMessage());
      if (text.contains(String.valueOf(value))) {
        return;
      }
      throw Violation.of(
          "the value is refused for another reason",
          "a value of %s is refused by '%s', which does not name it",
          value,
          text);
    }
    throw Violation.of(
        "an interval that @LossKind(target) does not declare",
        "a value of %s is trained on",
        value);
  }
}
