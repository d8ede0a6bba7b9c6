package io.venturi.application.report;

/**
 * One of a chart's two axes.
 *
 * @param label what it measures, with its unit
 * @param logarithmic whether equal distances are equal factors; values must then be above 0
 */
public record Axis(String label, boolean logarithmic) {

  /** An axis on which equal distances are equal differences. */
  public static Axis of(String label) {
    return new Axis(label, false);
  }

  /** An axis on which equal distances are equal factors. */
  public static Axis logarithmic(String label) {
    return new Axis(label, true);
  }
}
