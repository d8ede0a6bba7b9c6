package io.venturi.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayDeque;
import java.util.Deque;
import org.knowm.xchart.style.markers.Marker;

/**
 * Draws intervals from the markers of two series, of lower ends and then of upper ends: the error
 * bars of the library lie evenly around values, and wrongly on logarithmic axes.
 */
final class Whiskers {

  private static final BasicStroke STROKE = new BasicStroke(2);

  /** What is around the line, so that it is seen on a bar as well as beside it. */
  private static final BasicStroke HALO = new BasicStroke(4);

  private static final double CAP = 6;

  private final Deque<Double> lowerEnds = new ArrayDeque<>();
  private final Theme theme;

  Whiskers(Theme theme) {
    this.theme = theme;
  }

  /** Remembers where a line begins. */
  Marker lower() {
    return new Marker() {
      @Override
      public void paint(Graphics2D graphics, double x, double y, int size) {
        lowerEnds.add(y);
      }
    };
  }

  /** Draws the line from there. */
  Marker upper() {
    return new Marker() {
      @Override
      public void paint(Graphics2D graphics, double x, double y, int size) {
        double from = lowerEnds.remove();
        draw(graphics, x, from, y, HALO, theme.background());
        draw(graphics, x, from, y, STROKE, theme.text());
      }
    };
  }

  private static void draw(
      Graphics2D graphics, double x, double from, double to, BasicStroke stroke, Color colour) {
    graphics.setStroke(stroke);
    graphics.setColor(colour);
    graphics.draw(new Line2D.Double(x, from, x, to));
    graphics.draw(new Line2D.Double(x - CAP, from, x + CAP, from));
    graphics.draw(new Line2D.Double(x - CAP, to, x + CAP, to));
  }
}
