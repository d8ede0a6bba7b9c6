package io.venturi.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Writes into pictures with letters that were drawn beforehand (DejaVu Sans Mono, 18 pixels): a
 * machine without a display often has no fonts, and pictures are the same everywhere.
 */
final class Lettering {

  /** Pixels from one letter to the next. */
  static final int WIDTH = 11;

  /** Pixels from one line to the next. */
  static final int HEIGHT = 22;

  private static final char FIRST = ' ';
  private static final char LAST = '~';
  private static final char UNKNOWN = '?';

  private static final BufferedImage LETTERS = read("letters.png");

  private Lettering() {}

  /** How wide the longest line of a text is. */
  static int width(String text) {
    return WIDTH * text.lines().mapToInt(String::length).max().orElse(0);
  }

  /** Writes lines below one another, each ending at {@code right}, on a white background. */
  static void write(BufferedImage picture, String text, int right, int middle) {
    int top = middle - HEIGHT * (int) text.lines().count() / 2;
    for (String line : text.lines().toList()) {
      for (int i = 0; i < line.length(); i++) {
        copy(line.charAt(i), picture, right - WIDTH * (line.length() - i), top);
      }
      top += HEIGHT;
    }
  }

  private static void copy(char letter, BufferedImage picture, int left, int top) {
    char known = letter < FIRST || letter > LAST ? UNKNOWN : letter;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int grey = LETTERS.getRaster().getSample((known - FIRST) * WIDTH + x, y, 0);
        picture.setRGB(left + x, top + y, grey << 16 | grey << 8 | grey);
      }
    }
  }

  private static BufferedImage read(String resource) {
    try (InputStream source = Lettering.class.getResourceAsStream(resource)) {
      if (source == null) {
        throw new IllegalStateException(
            resource + " is missing beside " + Lettering.class + ": was the jar repackaged?");
      }
      return ImageIO.read(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
