package io.venturi.report;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * Colours on a light or a dark page. Series have those of Okabe and Ito (2008) on a dark page, but
 * for blue and what it would swallow; on a light one such that, as theirs, people with any kind of
 * colour vision tell them apart. All have at least three times the luminance of the background or a
 * third of it, as the Web Content Accessibility Guidelines ask of graphics (2.2, 1.4.11), lines as
 * well as points.
 */
enum Theme {
  LIGHT(
      0xffffff, 0x1b1f24, 0xd5dae0, 0x0072b2, 0xc77509, 0x009f4d, 0xba6e98, 0x1b1f24, 0x8b5504,
      0x891fc8),
  DARK(
      0x161b22, 0xe6edf3, 0x394049, 0x56b4e9, 0xd55e00, 0x009e73, 0xcc79a7, 0xf0e442, 0xe69f00,
      0x4f6bff);

  private final Color background;
  private final Color text;
  private final Color grid;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that cannot change.
  private final List<Color> series;

  Theme(int background, int text, int grid, int... series) {
    this.background = new Color(background);
    this.text = new Color(text);
    this.grid = new Color(grid);
    this.series = Arrays.stream(series).mapToObj(Color::new).toList();
  }

  Color background() {
    return background;
  }

  Color text() {
    return text;
  }

  Color grid() {
    return grid;
  }

  /** In the order in which they are used. */
  List<Color> series() {
    return series;
  }
}
