package io.venturi.report;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** Charts as pictures of twice as many pixels as they are meant to take on a page. */
final class ChartImage {

  /** On a page, where it shrinks to two thirds of that on a phone and stays legible. */
  static final int WIDTH = 540;

  private static final int HEIGHT = 360;
  private static final int DENSITY = 2;

  private ChartImage() {}

  static int height(ChartFigure figure) {
    return Math.max(HEIGHT, ChartStyle.heightOfLegend(figure.legend()));
  }

  /**
   * Draws a chart that is not empty.
   *
   * @param titled whether its title is in the picture
   */
  static BufferedImage draw(ChartFigure figure, Theme theme, boolean titled) {
    int height = height(figure);
    BufferedImage image =
        new BufferedImage(WIDTH * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_RGB);
    AxesChart<?, ?> chart = figure.draw(WIDTH, height, theme);
    if (titled) {
      ChartStyle.title(chart, figure.title());
    }
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(DENSITY, DENSITY);
      chart.paint(graphics, WIDTH, height);
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
