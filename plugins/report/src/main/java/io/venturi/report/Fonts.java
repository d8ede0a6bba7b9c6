package io.venturi.report;

import java.awt.AWTError;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;

/** Whether this Java can write text into pictures: without fontconfig or any font it cannot. */
final class Fonts {

  private static final String PROBLEM = probe();

  private Fonts() {}

  /** Why no text can be written; empty if it can. */
  static String problem() {
    return PROBLEM;
  }

  private static String probe() {
    Graphics2D graphics = null;
    try {
      graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
      Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
      new TextLayout("0", font, graphics.getFontRenderContext()).getOutline(null);
      return "";
    } catch (RuntimeException | LinkageError | InternalError | AWTError e) {
      // What is missing shows in many ways, by the version of Java; none of them matters here.
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return root.toString();
    } finally {
      if (graphics != null) {
        graphics.dispose();
      }
    }
  }
}
