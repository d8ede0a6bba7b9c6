package io.venturi.reduction;

import io.venturi.data.Dataset;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** {@code y = (x - before) * matrix + after} for every row x, in double precision. */
final class AffineMap {

  private final double[] before;
  private final double[] after;

  /** (outputs, inputs) in f order; only ever read, so threads may share it. */
  private final INDArray matrix;

  /**
   * @param before one value an input
   * @param matrix row-major (inputs, outputs)
   * @param after one value an output
   */
  AffineMap(double[] before, double[] matrix, double[] after) {
    this.before = before;
    this.after = after;
    this.matrix = Nd4j.create(DataType.DOUBLE, new long[] {after.length, before.length}, 'f');
    this.matrix.data().asNioDouble().put(matrix);
  }

  /** Maps all rows: (n, inputs) to (n, outputs). */
  float[][] apply(Dataset data) {
    int outputs = after.length;
    float[][] mapped = new float[data.size()][outputs];
    try (CentredBlocks blocks = new CentredBlocks(data, before, outputs);
        INDArray product =
            Nd4j.create(DataType.DOUBLE, new long[] {outputs, blocks.capacity()}, 'f')) {
      double[] values = new double[outputs * blocks.capacity()];
      while (blocks.next()) {
        Nd4j.gemm(matrix, blocks.columns(), product, false, false, 1, 0);
        product.data().asNioDouble().get(values);
        for (int i = 0; i < blocks.count(); i++) {
          float[] row = mapped[blocks.first() + i];
          for (int j = 0; j < outputs; j++) {
            row[j] = (float) (values[i * outputs + j] + after[j]);
          }
        }
      }
    }
    return mapped;
  }
}
