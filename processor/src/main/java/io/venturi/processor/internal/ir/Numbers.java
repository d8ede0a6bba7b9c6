package io.venturi.processor.internal.ir;

import java.util.Locale;

/** Numbers as messages and documentation show them. */
public final class Numbers {

  private Numbers() {}

  /** Without a fraction that says nothing: {@code 1}, {@code 0.3}, {@code -∞}. */
  public static String text(double value) {
    if (Double.isInfinite(value)) {
      return value < 0 ? "-∞" : "∞";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** With commas between thousands: {@code 475,136}. */
  public static String thousands(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
