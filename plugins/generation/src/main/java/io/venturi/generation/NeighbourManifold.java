package io.venturi.generation;

import io.venturi.application.NearestNeighbours;
import io.venturi.data.Dataset;
import java.util.stream.IntStream;

/**
 * Where points lie, by a ball around each of them that reaches to its k-th nearest other
 * (Kynkäänniemi, Karras, Laine, Lehtinen and Aila, Improved Precision and Recall Metric for
 * Assessing Generative Models, 2019).
 */
final class NeighbourManifold {

  private final float[][] points;
  private final double[] squaredRadii;

  private NeighbourManifold(float[][] points, double[] squaredRadii) {
    this.points = points;
    this.squaredRadii = squaredRadii;
  }

  /**
   * @param points more than k
   */
  static NeighbourManifold of(float[][] points, int k) {
    double[][] distances =
        NearestNeighbours.among(Dataset.of("the array of codes", points))
            .ofEachOther(k)
            .squaredDistances();
    double[] radii =
        IntStream.range(0, points.length).mapToDouble(i -> distances[i][k - 1]).toArray();
    return new NeighbourManifold(points, radii);
  }

  /** Which of some other points lie within a ball. */
  boolean[] covered(float[][] others) {
    boolean[] covered = new boolean[others.length];
    IntStream.range(0, others.length).parallel().forEach(i -> covered[i] = covers(others[i]));
    return covered;
  }

  private boolean covers(float[] point) {
    for (int i = 0; i < points.length; i++) {
      if (isWithin(point, points[i], squaredRadii[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(float[] a, float[] b, double squaredRadius) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double difference = (double) a[j] - b[j];
      sum += difference * difference;
      if (sum > squaredRadius) {
        return false;
      }
    }
    return true;
  }
}
