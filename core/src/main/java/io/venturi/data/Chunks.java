package io.venturi.data;

/** Goes through a dataset in blocks of rows that stay in the CPU's cache. */
final class Chunks {

  /** About so many values are in a block. */
  private static final int BLOCK = 1 << 14;

  /** What is done with a block. */
  @FunctionalInterface
  interface Visitor {

    /**
     * Looks at a block.
     *
     * @param block the rows' values, row after row
     * @param from number of the first row
     * @param count how many
     */
    void visit(float[] block, int from, int count);
  }

  private Chunks() {}

  static void forEach(Dataset data, Visitor visitor) {
    int size = data.size();
    int step = Math.max(1, Math.min(size, BLOCK / data.width()));
    int[] rows = new int[step];
    float[] block = new float[step * data.width()];
    for (int from = 0; from < size; from += step) {
      int count = Math.min(step, size - from);
      for (int i = 0; i < count; i++) {
        rows[i] = from + i;
      }
      data.read(rows, 0, count, block);
      visitor.visit(block, from, count);
    }
  }

  static Scaling feed(Dataset data, Scaler.RunningFit fit) {
    forEach(data, (block, from, count) -> fit.add(block, count));
    return fit.finish();
  }
}
