package io.venturi.compression;

import io.venturi.model.Codec;
import java.util.SplittableRandom;

/**
 * Images of 12 x 12 pixels through the means of their blocks of 4 x 4, times a gain.
 *
 * @param gain what codes are multiplied by: other gains have other fingerprints
 */
record BlockMeans(float gain) implements Codec {

  static final int SIDE = 12;

  @Override
  public int inputs() {
    return SIDE * SIDE;
  }

  @Override
  public int codeSize() {
    return 9;
  }

  @Override
  public float[][] encode(float[][] rows) {
    float[][] codes = new float[rows.length][9];
    for (int i = 0; i < rows.length; i++) {
      for (int p = 0; p < rows[i].length; p++) {
        codes[i][block(p)] += gain * rows[i][p] / 16;
      }
    }
    return codes;
  }

  @Override
  public float[][] decode(float[][] codes) {
    float[][] rows = new float[codes.length][SIDE * SIDE];
    for (int i = 0; i < codes.length; i++) {
      for (int p = 0; p < rows[i].length; p++) {
        rows[i][p] = codes[i][block(p)] / gain;
      }
    }
    return rows;
  }

  private static int block(int pixel) {
    return pixel / SIDE / 4 * 3 + pixel % SIDE / 4;
  }

  /** Slopes of random directions, with some noise. */
  static float[][] images(int count) {
    SplittableRandom random = new SplittableRandom(5);
    float[][] images = new float[count][SIDE * SIDE];
    for (float[] image : images) {
      double right = random.nextDouble(-0.4, 0.4);
      double down = random.nextDouble(-0.4, 0.4);
      for (int p = 0; p < image.length; p++) {
        int line = p / SIDE;
        double x = (p % SIDE) / 11.0 - 0.5;
        double y = line / 11.0 - 0.5;
        image[p] = (float) (0.5 + right * x + down * y + random.nextDouble(-0.05, 0.05));
      }
    }
    return images;
  }
}
