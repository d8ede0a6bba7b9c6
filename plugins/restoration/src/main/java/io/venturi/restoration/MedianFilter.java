package io.venturi.restoration;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Arrays;

/**
 * The median of the pixels around each.
 *
 * @param size pixels of the square window along a side, odd
 */
record MedianFilter(int size) implements Filter {

  MedianFilter {
    if (size < 1 || size % 2 == 0) {
      throw new DataException(
          Message.HYPERPARAMETER, "the window of a median", size, "an odd number above 0");
    }
  }

  @Override
  public String name() {
    return "median " + size + " x " + size;
  }

  @Override
  public float[] apply(float[] image, int height, int width, int channels) {
    float[] result = new float[image.length];
    float[] window = new float[size * size];
    int reach = size / 2;
    int next = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < channels; channel++) {
          int count = 0;
          for (int dy = -reach; dy <= reach; dy++) {
            int line = Edges.mirrored(y + dy, height) * width;
            for (int dx = -reach; dx <= reach; dx++) {
              int pixel = line + Edges.mirrored(x + dx, width);
              window[count++] = image[pixel * channels + channel];
            }
          }
          Arrays.sort(window);
          result[next++] = window[count / 2];
        }
      }
    }
    return result;
  }
}
