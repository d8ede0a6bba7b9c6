package io.venturi.benchmarks.peers.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** One row at a time, which goes in through memory that its array shares. */
final class TorchRows implements AutoCloseable {

  /** When arrays on the way from a row to its reconstruction are freed. */
  enum Freeing {
    /** Together, by a manager that each row has for itself. */
    BY_ROW,
    /** One by one, as soon as the next one is there. */
    ONE_BY_ONE
  }

  private final NDManager manager;
  private final DenseStack network;
  private final int width;
  private final Freeing freeing;
  private final FloatBuffer values;
  private final NDArray input;

  /**
   * @param owner of the network
   */
  TorchRows(NDManager owner, DenseStack network, int width, Freeing freeing) {
    this.manager = owner.newSubManager();
    this.network = network;
    this.width = width;
    this.freeing = freeing;
    ByteBuffer memory =
        ByteBuffer.allocateDirect(width * Float.BYTES).order(ByteOrder.nativeOrder());
    this.values = memory.asFloatBuffer();
    this.input = manager.create(memory, new Shape(1, width), DataType.FLOAT32);
  }

  /** All rows of an array, one after another, into another one. */
  void reconstruct(float[] from, float[] into) {
    for (int at = 0; at < from.length; at += width) {
      values.clear().put(from, at, width);
      switch (freeing) {
        case BY_ROW -> freeTogether(into, at);
        case ONE_BY_ONE -> freeOneByOne(into, at);
      }
    }
  }

  private void freeTogether(float[] into, int at) {
    try (NDManager scratch = manager.newSubManager()) {
      input.tempAttach(scratch);
      read(network.reconstruct(input), into, at);
    }
  }

  private void freeOneByOne(float[] into, int at) {
    try (NDArray output = network.reconstructFreeing(input)) {
      read(output, into, at);
    }
  }

  /** Copies an array's values out. */
  static void read(NDArray from, float[] into, int at) {
    FloatBuffer values = from.toByteBuffer().asFloatBuffer();
    values.get(into, at, values.remaining());
  }

  @Override
  public void close() {
    manager.close();
  }
}
