package io.venturi.report;

import java.awt.Color;
import java.util.List;

/**
 * Colours on a light or a dark page. Series have those of Okabe and Ito (2008), which people with
 * any kind of colour vision tell apart; the one that a background would swallow is left out, and
 * those that stand out from it least come last.
 */
enum Theme {
  LIGHT(0xffffff, 0x1b1f24, 0xd5dae0, 0x0072b2, 0x1b1f24, 0x56b4e9),
  DARK(0x161b22, 0xe6edf3, 0x394049, 0x56b4e9, 0xf0e442, 0x0072b2);

  private final Color background;
  private final Color text;
  private final Color grid;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that cannot change.
  private final List<Color> series;

  Theme(int background, int text, int grid, int first, int fifth, int seventh) {
    this.background = new Color(background);
    this.text = new Color(text);
    this.grid = new Color(grid);
    this.series =
        List.of(
            new Color(first),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(fifth),
            new Color(0xe69f00),
            new Color(seventh));
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
