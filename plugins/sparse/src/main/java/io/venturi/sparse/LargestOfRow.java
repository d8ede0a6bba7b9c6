package io.venturi.sparse;

/**
 * Finds the k largest values of rows, in time that hardly depends on the values.
 *
 * @param k how many; all of a row that has no more
 */
record LargestOfRow(int k) {

  /**
   * Sets to 0 what in {@code target} stands in the place of a value that is not among the k largest
   * of its row; of equal ones the first are kept. A row with NaN is left as it is, so that the loss
   * of the step shows it.
   *
   * @param values row after row
   * @param target the same shape, possibly the same array
   * @param heap room for k values
   */
  void keep(float[] values, float[] target, int rows, int width, float[] heap) {
    if (k >= width) {
      return;
    }
    for (int at = 0; at < rows * width; at += width) {
      if (isNumber(values, at, width)) {
        keep(values, target, at, width, smallestKept(values, at, width, heap));
      }
    }
  }

  private void keep(float[] values, float[] target, int at, int width, float smallest) {
    int equal = k;
    for (int i = at; i < at + width; i++) {
      equal -= values[i] > smallest ? 1 : 0;
    }
    for (int i = at; i < at + width; i++) {
      float value = values[i];
      if (value == smallest && equal > 0) {
        equal--;
      } else if (value <= smallest) {
        target[i] = 0;
      }
    }
  }

  private static boolean isNumber(float[] values, int at, int width) {
    for (int i = at; i < at + width; i++) {
      if (Float.isNaN(values[i])) {
        return false;
      }
    }
    return true;
  }

  /** The k-th largest value: the root of a heap of the k largest, its smallest on top. */
  private float smallestKept(float[] values, int at, int width, float[] heap) {
    System.arraycopy(values, at, heap, 0, k);
    for (int i = k / 2 - 1; i >= 0; i--) {
      sink(heap, i);
    }
    for (int i = at + k; i < at + width; i++) {
      if (values[i] > heap[0]) {
        heap[0] = values[i];
        sink(heap, 0);
      }
    }
    return heap[0];
  }

  private void sink(float[] heap, int from) {
    float value = heap[from];
    int i = from;
    for (int child = 2 * i + 1; child < k; child = 2 * i + 1) {
      if (child + 1 < k && heap[child + 1] < heap[child]) {
        child++;
      }
      if (value <= heap[child]) {
        break;
      }
      heap[i] = heap[child];
      i = child;
    }
    heap[i] = value;
  }
}
