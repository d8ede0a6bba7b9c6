package io.venturi.application.report;

import java.util.List;

/**
 * How values are distributed: one or more samples over the same bins, each as shares of its own
 * size.
 *
 * @param title what it shows, in a few words
 * @param description the same for those who cannot see it
 * @param values the axis across
 * @param samples the values
 * @param marks values to draw a line at, such as a threshold
 */
public record Histogram(
    String title, String description, Axis values, List<Sample> samples, List<Mark> marks) {

  public Histogram {
    samples = List.copyOf(samples);
    marks = List.copyOf(marks);
  }

  /**
   * Values under a name.
   *
   * @param name what they are
   * @param values not empty, finite
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; too many to box.
  public record Sample(String name, double[] values) {

    public Sample {
      values = values.clone();
    }
  }

  /** A value with a name. */
  public record Mark(String name, double value) {}
}
