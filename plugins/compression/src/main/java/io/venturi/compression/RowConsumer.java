package io.venturi.compression;

/** Takes decompressed rows as they come. */
@FunctionalInterface
public interface RowConsumer {

  /**
   * Takes the next row. What it throws ends the decompression and reaches its caller.
   *
   * @param row its number, from 0, in the order in which rows were compressed
   * @param values (inputs), the consumer's to keep
   */
  void accept(int row, float[] values);
}
