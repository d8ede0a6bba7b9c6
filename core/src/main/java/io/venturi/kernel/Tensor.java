package io.venturi.kernel;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A row-major matrix of floats in native memory, or a view of one. Reads and writes copy between it
 * and arrays on the heap, where the elementwise work is done: that is much faster than looping over
 * native memory from Java.
 *
 * <p>A view keeps its owner alive. Not synchronised: different threads may use different parts.
 */
public final class Tensor {

  /** The most floats in one tensor: their bytes are counted in an int. */
  public static final int LARGEST = Integer.MAX_VALUE / Float.BYTES;

  private final NativeMemory memory;
  private final int offset;
  private final int rows;
  private final int columns;
  private final FloatPointer pointer;
  private final FloatBuffer buffer;

  private Tensor(NativeMemory memory, FloatPointer pointer, int offset, int rows, int columns) {
    this.memory = memory;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
    this.pointer = pointer;
    int size = Math.multiplyExact(rows, columns);
    this.buffer = pointer.limit(size).asBuffer();
    this.buffer.limit(size); // JavaCPP takes a limit of 0 for none.
  }

  /**
   * Zeros of shape (rows, columns), at most {@link #LARGEST} in all.
   *
   * @throws IllegalArgumentException if a size is negative or the whole too large
   */
  public static Tensor allocate(int rows, int columns) {
    if (rows < 0 || columns < 0 || (long) rows * columns > LARGEST) {
      throw new IllegalArgumentException(
          "a tensor of " + rows + " × " + columns + ": at most " + LARGEST + " values fit in one");
    }
    NativeMemory memory = NativeMemory.allocate(rows * columns);
    return new Tensor(memory, memory.pointer(), 0, rows, columns);
  }

  /** How many rows; for a batch, how many there is room for. */
  public int rows() {
    return rows;
  }

  /** How many columns. */
  public int columns() {
    return columns;
  }

  /** rows · columns. */
  public int size() {
    return rows * columns;
  }

  /** A view of {@code count} rows from row {@code from} on. */
  public Tensor rows(int from, int count) {
    Objects.checkFromIndexSize(from, count, rows);
    return view(from * columns, count, columns);
  }

  /** A view of consecutive values, from the flat index {@code from}, as a matrix. */
  public Tensor view(int from, int viewRows, int viewColumns) {
    Objects.checkIndex(viewRows, Integer.MAX_VALUE);
    Objects.checkFromIndexSize(from, Math.multiplyExact(viewRows, viewColumns), size());
    // A pointer of its own to the first value: memset and memcpy count positions in bytes.
    FloatPointer first = pointer.getPointer(from);
    return new Tensor(memory, first, offset + from, viewRows, viewColumns);
  }

  /** Copies {@code n} values from the flat index {@code from} to the start of {@code target}. */
  public void read(int from, float[] target, int n) {
    memory.requireThere();
    try {
      buffer.get(from, target, 0, n);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Copies the first {@code n} values of {@code source} to the flat index {@code from}. */
  public void write(int from, float[] source, int n) {
    write(from, source, 0, n);
  }

  /**
   * Copies {@code n} values of {@code source} from {@code start} to the flat index {@code from}.
   */
  public void write(int from, float[] source, int start, int n) {
    memory.requireThere();
    try {
      buffer.put(from, source, start, n);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Sets every value to zero. */
  public void clear() {
    memory.requireThere();
    try {
      Pointer.memset(pointer, 0, Float.BYTES * (long) size());
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Copies all values of a tensor of the same size. */
  public void copyFrom(Tensor source) {
    if (source.size() != size()) {
      throw new IllegalArgumentException(source.size() + " values into " + size());
    }
    copyFrom(source, size());
  }

  /** Copies the first {@code n} values of another tensor. */
  public void copyFrom(Tensor source, int n) {
    Objects.checkFromIndexSize(0, n, Math.min(size(), source.size()));
    memory.requireThere();
    source.memory.requireThere();
    try {
      Pointer.memcpy(pointer, source.pointer, Float.BYTES * (long) n);
    } finally {
      Reference.reachabilityFence(this);
      Reference.reachabilityFence(source);
    }
  }

  /** The flat index of the first of the first {@code n} values that is NaN or infinite, or -1. */
  public int firstNonFinite(int n) {
    float[] tile = new float[Math.min(n, Tiles.SIZE)];
    for (int at = 0; at < n; at += Tiles.SIZE) {
      int count = Math.min(Tiles.SIZE, n - at);
      read(at, tile, count);
      for (int i = 0; i < count; i++) {
        if (!Float.isFinite(tile[i])) {
          return at + i;
        }
      }
    }
    return -1;
  }

  /** All values, row by row, in a new array. */
  public float[] toArray() {
    float[] values = new float[size()];
    read(0, values, values.length);
    return values;
  }

  /** All values as new arrays, one a row. */
  public float[][] toRows() {
    float[][] values = new float[rows][columns];
    for (int r = 0; r < rows; r++) {
      read(r * columns, values[r], columns);
    }
    return values;
  }

  /** The same memory as an ND4J array of shape (rows, columns). */
  public INDArray asArray() {
    return memory.view(offset, rows, columns);
  }

  /** Its first values as an ND4J array of another shape, of no more values: the same memory. */
  INDArray asArray(long... shape) {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    Objects.checkFromIndexSize(0, size, (long) size());
    return memory.view(offset, 1, (int) size).reshape('c', shape);
  }

  /** Refuses memory that has been released. */
  void requireThere() {
    memory.requireThere();
  }

  /** For native calls; valid for as long as this tensor is reachable, so fence it behind them. */
  FloatPointer pointer() {
    memory.requireThere();
    return pointer;
  }

  /**
   * Frees the memory now instead of when the garbage collector gets to it. Later use of this
   * tensor, or of a view of its memory, is refused; the caller knows that no use is under way.
   */
  public void release() {
    memory.release();
  }
}
