package io.venturi.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What a series looks like, by its place. Colours, dashes and markers repeat after 7, 4 and 5, so
 * that two series of the same colour differ otherwise, and none is known by its colour alone.
 */
final class Look {

  private static final float WIDTH = 2f;

  /** So that points that lie on others are seen, and single ones stand out from the page. */
  private static final int OPAQUE_ENOUGH = 230;

  private static final List<BasicStroke> STROKES =
      List.of(
          new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND),
          dashed(8, 5),
          dashed(2, 5),
          dashed(12, 4, 2, 4));

  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_DOWN);

  private Look() {}

  private static BasicStroke dashed(float... lengths) {
    return new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, lengths, 0f);
  }

  static BasicStroke stroke(int place) {
    return STROKES.get(place % STROKES.size());
  }

  static Color colour(int place, Theme theme) {
    return theme.series().get(place % theme.series().size());
  }

  /** A colour through which what lies below is seen. */
  static Color translucent(Color colour, int opacity) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
  }

  /** A line, with markers where there are few points. */
  static void line(XYSeries series, int place, Theme theme, boolean marked) {
    series.setLineColor(colour(place, theme));
    series.setLineStyle(stroke(place));
    series.setMarkerColor(colour(place, theme));
    series.setMarker(marked ? MARKERS.get(place % MARKERS.size()) : SeriesMarkers.NONE);
  }

  static void points(XYSeries series, int place, Theme theme) {
    series.setMarkerColor(translucent(colour(place, theme), OPAQUE_ENOUGH));
    series.setMarker(MARKERS.get(place % MARKERS.size()));
  }
}
