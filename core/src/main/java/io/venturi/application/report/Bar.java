package io.venturi.application.report;

import io.venturi.application.Interval;
import java.util.Optional;

/**
 * A value with a name.
 *
 * @param name what it is of
 * @param value how large it is
 * @param interval where it would lie on other samples, where that is known
 */
public record Bar(String name, double value, Optional<Interval> interval) {

  /** A value without an interval. */
  public static Bar of(String name, double value) {
    return new Bar(name, value, Optional.empty());
  }

  /** A value with an interval. */
  public static Bar of(String name, double value, Interval interval) {
    return new Bar(name, value, Optional.of(interval));
  }
}
