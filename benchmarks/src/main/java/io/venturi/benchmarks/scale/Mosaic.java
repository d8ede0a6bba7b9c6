package io.venturi.benchmarks.scale;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A report's pictures side by side in one. */
final class Mosaic {

  private static final int COLUMNS = 2;

  private Mosaic() {}

  /** Writes the pictures beside {@code page} into one file. */
  static void write(Path page, Path target) throws IOException {
    List<BufferedImage> pictures = read(page);
    if (pictures.isEmpty()) { // Without fonts, a report has tables.
      return;
    }
    int width = pictures.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
    int height = pictures.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
    int columns = Math.min(COLUMNS, pictures.size());
    int rows = (pictures.size() + columns - 1) / columns;
    BufferedImage all =
        new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = all.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, all.getWidth(), all.getHeight());
      for (int i = 0; i < pictures.size(); i++) {
        graphics.drawImage(pictures.get(i), i % columns * width, i / columns * height, null);
      }
    } finally {
      graphics.dispose();
    }
    ImageIO.write(all, "png", target.toFile());
  }

  private static List<BufferedImage> read(Path page) throws IOException {
    String stem = String.valueOf(page.getFileName()).replace(".html", "-");
    List<Path> files;
    try (Stream<Path> folder = Files.list(page.toAbsolutePath().getParent())) {
      files =
          folder
              .filter(file -> String.valueOf(file.getFileName()).startsWith(stem))
              .filter(file -> String.valueOf(file.getFileName()).endsWith(".png"))
              .sorted()
              .toList();
    }
    List<BufferedImage> pictures = new ArrayList<>();
    for (Path file : files) {
      pictures.add(ImageIO.read(file.toFile()));
    }
    return pictures;
  }
}
