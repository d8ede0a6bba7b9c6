package io.venturi.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words and numbers as charts and tables show them. */
final class Words {

  private static final String CUT = "…";

  private Words() {}

  /** The text, cut where it is longer than this many characters. */
  static String atMost(int length, String text) {
    if (text.codePointCount(0, text.length()) <= length) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, length - 1)) + CUT;
  }

  /** A number with four digits that count. */
  static String number(double value) {
    double magnitude = Math.abs(value);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }
    if (value == Math.rint(value) && magnitude < 1e6) {
      return String.format(Locale.ROOT, "%.0f", value + 0.0); // No negative zero.
    }
    if (magnitude >= 1e-4 && magnitude < 1e6) {
      int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(magnitude)));
      return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
    return String.format(Locale.ROOT, "%.3e", value);
  }

  /** A number as an axis or a legend has it: without zeros that say nothing. */
  static String tick(double value) {
    double rounded = new BigDecimal(value).round(new MathContext(5)).doubleValue();
    String text = number(rounded);
    int exponent = text.indexOf('e');
    String digits = exponent < 0 ? text : text.substring(0, exponent);
    if (digits.contains(".")) {
      digits = digits.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
    return exponent < 0 ? digits : digits + text.substring(exponent);
  }

  /** Names as a chart can show them: none twice, none empty, none longer than this. */
  static List<String> distinct(List<String> names, int length) {
    Set<String> taken = new LinkedHashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).isBlank() ? "series " + (i + 1) : names.get(i).strip();
      String candidate = atMost(length, name);
      for (int count = 2; !taken.add(candidate); count++) {
        String suffix = " (" + count + ")";
        candidate = atMost(length - suffix.length(), name) + suffix;
      }
    }
    return new ArrayList<>(taken);
  }
}
