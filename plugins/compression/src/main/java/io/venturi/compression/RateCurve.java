package io.venturi.compression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rate-distortion curve: files of the same images by one codec under several settings.
 *
 * @param name what coded them
 * @param points by size, smallest first
 */
public record RateCurve(String name, List<RatePoint> points) {

  public RateCurve {
    points = points.stream().sorted(Comparator.comparingLong(RatePoint::bytes)).toList();
  }

  /**
   * The best of several curves, such as those of codes of several sizes: the points that no other
   * beats in size and PSNR.
   */
  public static RateCurve bestOf(String name, List<RateCurve> curves) {
    List<RatePoint> best = new ArrayList<>();
    for (RatePoint point :
        new RateCurve(name, curves.stream().flatMap(each -> each.points().stream()).toList())
            .points()) {
      if (best.isEmpty() || point.psnr() > best.get(best.size() - 1).psnr()) {
        best.add(point);
      }
    }
    return new RateCurve(name, best);
  }
}
