package io.venturi.kernel;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A block of native memory that tensors are views of, and whether it has been freed. */
final class NativeMemory {

  /** Keeps the memory alive: a pointer into an INDArray does not. */
  private final INDArray array;

  private volatile boolean released;

  private NativeMemory(INDArray array) {
    this.array = array;
  }

  /** So many zeros. */
  static NativeMemory allocate(int size) {
    Backend.ensureLoaded();
    // Inside a caller's ND4J workspace the array would be overwritten in the workspace's next
    // round.
    MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
    try {
      // ND4J refuses empty arrays; one spare float stands in for them.
      return new NativeMemory(Nd4j.zeros(DataType.FLOAT, Math.max(1, size)));
    } finally {
      outside.close();
    }
  }

  /** A pointer to the first float. */
  FloatPointer pointer() {
    FloatPointer pointer = new FloatPointer(array.data().addressPointer());
    pointer.capacity(array.length());
    return pointer;
  }

  /**
   * The same memory as an ND4J array of shape (rows, columns), from the float at {@code offset}.
   */
  INDArray view(int offset, int rows, int columns) {
    requireThere();
    return Nd4j.create(
        array.data(), new long[] {rows, columns}, new long[] {columns, 1}, offset, 'c');
  }

  /** Freed memory may be anybody's: using it could end the process, so it is refused. */
  void requireThere() {
    if (released) {
      throw new IllegalStateException("this memory has been released: its owner is closed");
    }
  }

  void release() {
    if (!released) {
      released = true;
      array.close();
    }
  }
}
