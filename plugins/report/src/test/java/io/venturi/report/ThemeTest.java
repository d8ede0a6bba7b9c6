package io.venturi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** What is drawn stands out from the page, and series from one another, for all readers. */
class ThemeTest {

  /** Of graphics: WCAG 2.2, 1.4.11. */
  private static final double LEAST_CONTRAST = 3;

  /** Of text: 1.4.3. */
  private static final double LEAST_OF_TEXT = 4.5;

  /** Okabe and Ito's colours are 16 apart, in CIELAB, where they are most alike. */
  private static final double LEAST_DISTANCE = 16;

  /**
   * Linear red, green and blue as they are seen by people without one kind of cone (G. M. Machado,
   * M. M. Oliveira and L. A. F. Fernandes, A Physiologically-based Model for Simulation of Color
   * Vision Deficiency, 2009, severity 1), after those of all others.
   */
  private static final List<double[][]> EYES =
      List.of(
          new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
          new double[][] {
            {0.152286, 1.052583, -0.204868},
            {0.114503, 0.786281, 0.099216},
            {-0.003882, -0.048116, 1.051998}
          },
          new double[][] {
            {0.367322, 0.860646, -0.227968},
            {0.280085, 0.672501, 0.047413},
            {-0.011820, 0.042940, 0.968881}
          },
          new double[][] {
            {1.255528, -0.076749, -0.178779},
            {-0.078411, 0.930809, 0.147602},
            {0.004733, 0.691367, 0.303900}
          });

  @ParameterizedTest
  @EnumSource
  void standsOutFromThePage(Theme theme) {
    assertThat(contrast(theme.text(), theme.background())).isGreaterThan(LEAST_OF_TEXT);
    for (int place = 0; place < theme.series().size(); place++) {
      assertThat(contrast(Look.colour(place, theme), theme.background()))
          .as("line %d", place)
          .isGreaterThanOrEqualTo(LEAST_CONTRAST);
      XYSeries points = new XYChart(1, 1).addSeries("a", new double[] {1});
      Look.points(points, place, theme);
      assertThat(contrast(over(points.getMarkerColor(), theme.background()), theme.background()))
          .as("points %d", place)
          .isGreaterThanOrEqualTo(LEAST_CONTRAST);
    }
  }

  @ParameterizedTest
  @EnumSource
  void seriesDifferInAllEyes(Theme theme) {
    for (double[][] eye : EYES) {
      for (int i = 0; i < theme.series().size(); i++) {
        for (int j = 0; j < i; j++) {
          double[] first = lab(eye, theme.series().get(i));
          double[] second = lab(eye, theme.series().get(j));
          double distance =
              Math.hypot(
                  first[0] - second[0], Math.hypot(first[1] - second[1], first[2] - second[2]));
          assertThat(distance).as("%d and %d", i, j).isGreaterThan(LEAST_DISTANCE);
        }
      }
    }
  }

  private static Color over(Color colour, Color background) {
    double share = colour.getAlpha() / 255.0;
    return new Color(
        (int) Math.round(share * colour.getRed() + (1 - share) * background.getRed()),
        (int) Math.round(share * colour.getGreen() + (1 - share) * background.getGreen()),
        (int) Math.round(share * colour.getBlue() + (1 - share) * background.getBlue()));
  }

  private static double contrast(Color first, Color second) {
    double a = luminance(first);
    double b = luminance(second);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    double[] linear = linear(colour);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  private static double[] linear(Color colour) {
    int[] parts = {colour.getRed(), colour.getGreen(), colour.getBlue()};
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      double part = parts[i] / 255.0;
      linear[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
    return linear;
  }

  /** CIELAB under daylight, D65. */
  private static double[] lab(double[][] eye, Color colour) {
    double[] seen = times(eye, linear(colour));
    for (int i = 0; i < 3; i++) {
      seen[i] = Math.max(0, Math.min(1, seen[i]));
    }
    double[] xyz =
        times(
            new double[][] {
              {0.4124564, 0.3575761, 0.1804375},
              {0.2126729, 0.7151522, 0.0721750},
              {0.0193339, 0.1191920, 0.9503041}
            },
            seen);
    double x = curve(xyz[0] / 0.95047);
    double y = curve(xyz[1]);
    double z = curve(xyz[2] / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double curve(double value) {
    double edge = 6.0 / 29;
    return value > edge * edge * edge ? Math.cbrt(value) : value / (3 * edge * edge) + 4.0 / 29;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[i] += matrix[i][j] * vector[j];
      }
    }
    return product;
  }
}
