package io.venturi.application.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Points that belong together, under a name that the legend shows.
 *
 * @param name what they are
 * @param points where they are; a line goes through them in this order
 */
public record Series(String name, List<Point> points) {

  public Series {
    points = List.copyOf(points);
  }

  /**
   * The points (x[i], y[i]).
   *
   * @throws IllegalArgumentException if there are not as many of both
   */
  public static Series of(String name, double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " values of x, " + y.length + " of y");
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      points.add(new Point(x[i], y[i]));
    }
    return new Series(name, points);
  }
}
