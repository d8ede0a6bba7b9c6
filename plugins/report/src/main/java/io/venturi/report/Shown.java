package io.venturi.report;

import io.venturi.application.report.Axis;

/**
 * Which values an axis can show, how many were left out, and how far the others reach.
 *
 * <p>Numbers of a magnitude above 1e150 are taken for infinite: differences of them may be.
 */
final class Shown {

  private static final double LARGEST = 1e150;

  /** Below this part of the magnitude, a range cannot be divided into ticks. */
  private static final double NARROW = 1e-9;

  /** A logarithmic axis up to this factor has room for labels between its decades. */
  private static final double DECADES = 200;

  private static final int MOST_LABELS = 8;

  /** Whole numbers up to so many have no halves between them. */
  private static final double FEW = 10;

  private final Axis axis;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private boolean whole = true;

  Shown(Axis axis) {
    this.axis = axis;
  }

  static boolean by(Axis axis, double value) {
    return Math.abs(value) <= LARGEST && (!axis.logarithmic() || value > 1 / LARGEST);
  }

  /** What a caption says of values that were left out; empty if none was. */
  static String note(long leftOut, long all, String what, boolean logarithmic) {
    if (leftOut == 0) {
      return "";
    }
    return "%d of %d %s %s not shown: not %s."
        .formatted(
            leftOut,
            all,
            what,
            leftOut == 1 ? "is" : "are",
            logarithmic
                ? "a finite number above 0, as a logarithmic axis needs"
                : "a finite number");
  }

  /** Whether this is a logarithmic axis of so many decades that it needs no ticks between. */
  boolean isWide() {
    return axis.logarithmic() && high > DECADES * low;
  }

  private long decadesPerLabel() {
    return 1 + (long) (Math.log10(high / low) / MOST_LABELS);
  }

  void add(double value) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    whole &= value == Math.rint(value);
  }

  /**
   * What stands at a tick; empty where nothing should: between whole numbers if all values are such
   * and few, and on a logarithmic axis of many decades at others than their beginnings.
   */
  String tick(double at) {
    if (axis.logarithmic()) {
      int digit = (int) Math.round(at / Math.pow(10, Math.floor(Math.log10(at * (1 + NARROW)))));
      boolean shown =
          isWide()
              ? digit == 1 && Math.round(Math.log10(at)) % decadesPerLabel() == 0
              : digit == 1 || digit == 2 || digit == 5;
      return shown ? Words.tick(at) : "";
    }
    return whole && high - low < FEW && at != Math.rint(at) ? "" : Words.tick(at);
  }

  boolean isEmpty() {
    return low > high;
  }

  /** Whether all values are one, as far as an axis is concerned. */
  boolean isNarrow() {
    return high - low <= NARROW * Math.max(Math.abs(low), Math.abs(high));
  }

  /** Where the axis begins: below the lowest value if all are the same. */
  double from() {
    if (!isNarrow()) {
      return low;
    }
    return axis.logarithmic() ? low / 3 : low - room();
  }

  /** Where bars begin on a logarithmic axis, which has no 0. */
  double decadeBelow() {
    return Math.pow(10, Math.ceil(Math.log10(low)) - 1);
  }

  /** Where the axis ends: above the highest value if all are the same. */
  double to() {
    if (!isNarrow()) {
      return high;
    }
    return axis.logarithmic() ? high * 3 : high + room();
  }

  private double room() {
    double magnitude = Math.max(Math.abs(low), Math.abs(high));
    // Whole, since both ends are to have labels.
    return magnitude == 0 ? 1 : whole ? Math.ceil(magnitude / 2) : magnitude / 2;
  }
}
