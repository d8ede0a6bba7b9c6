package io.venturi.kernel;

import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row-major matrix of floats in native memory, or a view of one. Reads and writes copy between it
 * and arrays on the heap, where the elementwise work is done: that is much faster than looping over
 * native memory from Java.
 *
 * <p>A view keeps its owner alive. Not synchronised: different threads may use different parts.
 */
public final class Tensor {

  /** Keeps the memory alive: a pointer into an INDArray does not. */
  private final INDArray owner;

  private final int offset;
  private final int rows;
  private final int columns;
  private final FloatPointer pointer;
  private final FloatBuffer buffer;

  private Tensor(INDArray owner, FloatPointer pointer, int offset, int rows, int columns) {
    this.owner = owner;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
    this.pointer = pointer;
    int size = Math.multiplyExact(rows, columns);
    this.buffer = pointer.limit(size).asBuffer();
    this.buffer.limit(size); // JavaCPP takes a limit of 0 for none.
  }

  /** Zeros of shape (rows, columns). */
  public static Tensor allocate(int rows, int columns) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException("a tensor of " + rows + " × " + columns);
    }
    Backend.ensureLoaded();
    // ND4J refuses empty arrays; one spare float stands in for them.
    int size = Math.max(1, Math.multiplyExact(rows, columns));
    INDArray owner = Nd4j.zeros(DataType.FLOAT, size);
    FloatPointer base = new FloatPointer(owner.data().addressPointer());
    base.capacity(size);
    return new Tensor(owner, base, 0, rows, columns);
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
    return new Tensor(owner, first, offset + from, viewRows, viewColumns);
  }

  /** Copies {@code n} values from the flat index {@code from} to the start of {@code target}. */
  public void read(int from, float[] target, int n) {
    buffer.get(from, target, 0, n);
  }

  /** Copies the first {@code n} values of {@code source} to the flat index {@code from}. */
  public void write(int from, float[] source, int n) {
    buffer.put(from, source, 0, n);
  }

  /**
   * Copies {@code n} values of {@code source} from {@code start} to the flat index {@code from}.
   */
  public void write(int from, float[] source, int start, int n) {
    buffer.put(from, source, start, n);
  }

  /** Sets every value to zero. */
  public void clear() {
    Pointer.memset(pointer, 0, Float.BYTES * (long) size());
  }

  /** Copies all values of a tensor of the same size. */
  public void copyFrom(Tensor source) {
    if (source.size() != size()) {
      throw new IllegalArgumentException(source.size() + " values into " + size());
    }
    Pointer.memcpy(pointer, source.pointer, Float.BYTES * (long) size());
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
    return Nd4j.create(
        owner.data(), new long[] {rows, columns}, new long[] {columns, 1}, offset, 'c');
  }

  /** For native calls; valid for as long as this tensor is reachable. */
  FloatPointer pointer() {
    return pointer;
  }

  /**
   * Frees the memory now instead of when the garbage collector gets to it. The caller knows that
   * nobody uses this tensor, or a view of its memory, any more.
   */
  public void release() {
    owner.close();
  }
}
