package io.venturi.reduction;

import io.venturi.application.Interval;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures as text. */
final class Words {

  private Words() {}

  /** To four digits. */
  static String figure(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  static String interval(Interval interval) {
    return figure(interval.low()) + " to " + figure(interval.high());
  }

  /** A share as per cent, such as 95 % or 99.9 %. */
  static String percent(double share) {
    return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(100 * share)
        + " %";
  }
}
