package io.venturi.data;

/** Reads decimal numbers of the usual kind quickly; the others are left to the JDK. */
final class Decimals {

  /** More digits might not fit 53 bits. */
  private static final int MOST_DIGITS = 15;

  /** The powers of ten that a double has exactly. */
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  /** The bits of a double's fraction that a float has no room for, and the middle between two. */
  private static final long CUT_OFF = (1L << 29) - 1;

  private static final long HALF = 1L << 28;

  private Decimals() {}

  /**
   * The float nearest to a number written as digits, perhaps with a sign, a point and an exponent.
   *
   * @return NaN if it is written otherwise, or takes more than this does: then it says nothing
   */
  static float parse(char[] text, int from, int length) {
    int at = from;
    int end = from + length;
    boolean negative = at < end && text[at] == '-';
    if (negative) {
      at++;
    }
    long digits = 0;
    int count = 0;
    int exponent = 0;
    boolean point = false;
    for (; at < end; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * digits + digit;
        count += digits == 0 ? 0 : 1;
        exponent -= point ? 1 : 0;
        if (count > MOST_DIGITS) {
          return Float.NaN;
        }
      } else if (text[at] == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (at - from - (negative ? 1 : 0) - (point ? 1 : 0) == 0) {
      return Float.NaN; // No digit at all.
    }
    if (at < end) {
      int power = exponent(text, at, end);
      if (power == Integer.MIN_VALUE) {
        return Float.NaN;
      }
      exponent += power;
    }
    return round(negative, digits, exponent);
  }

  /**
   * The float nearest to a decimal number of any length; an infinity beyond the largest float.
   *
   * @return NaN if it is something else
   */
  static float parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      // Java would also take "1f", "0x1p3" and "Infinity".
      if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) {
        return Float.NaN;
      }
    }
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
  }

  /** Of {@code e-7} and the like, of up to two digits; the lowest int if it is something else. */
  private static int exponent(char[] text, int from, int end) {
    int at = from;
    if ((text[at] | 0x20) != 'e' || ++at == end) {
      return Integer.MIN_VALUE;
    }
    boolean negative = text[at] == '-';
    if ((negative || text[at] == '+') && ++at == end) {
      return Integer.MIN_VALUE;
    }
    if (end - at > 2) {
      return Integer.MIN_VALUE;
    }
    int power = 0;
    for (; at < end; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      power = 10 * power + digit;
    }
    return negative ? -power : power;
  }

  /**
   * Digits and power are exact as doubles, so that one operation rounds right (Clinger, 1990).
   * Rounding again, to a float, is right too unless the double lies in the middle of two floats,
   * where what the first rounding cut off would decide.
   */
  private static float round(boolean negative, long digits, int exponent) {
    if (digits == 0) {
      return negative ? -0f : 0f;
    }
    if (Math.abs(exponent) >= POWERS.length) {
      return Float.NaN;
    }
    double value = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
    boolean plain = value >= Float.MIN_NORMAL && value < Float.MAX_VALUE;
    if (!plain || (Double.doubleToRawLongBits(value) & CUT_OFF) == HALF) {
      return Float.NaN;
    }
    return (float) (negative ? -value : value);
  }
}
