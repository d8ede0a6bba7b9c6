package io.venturi.restoration;

import java.util.Arrays;

/**
 * The median of the pixels around each.
 *
 * @param size pixels of the square window along a side, odd
 */
record MedianFilter(int size) implements Filter {

  @Override
  public String name() {
    return "median " + size + " x " + size;
  }

  @Override
  public float[] apply(float[] image, ImageShape shape) {
    float[] result = new float[image.length];
    float[] window = new float[size * size];
    int reach = size / 2;
    int channels = shape.channels();
    int next = 0;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        for (int channel = 0; channel < channels; channel++) {
          int count = 0;
          for (int dy = -reach; dy <= reach; dy++) {
            int line = Filter.mirrored(y + dy, shape.height()) * shape.width();
            for (int dx = -reach; dx <= reach; dx++) {
              int pixel = line + Filter.mirrored(x + dx, shape.width());
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
