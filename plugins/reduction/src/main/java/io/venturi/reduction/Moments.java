package io.venturi.reduction;

import io.venturi.data.Dataset;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The means of a dataset's features and their covariances, in double precision. */
final class Moments {

  private Moments() {}

  /** The mean of each feature. */
  static double[] mean(Dataset data) {
    double[] sums = new double[data.width()];
    float[] row = new float[sums.length];
    for (int i = 0; i < data.size(); i++) {
      data.read(i, row, 0);
      for (int j = 0; j < sums.length; j++) {
        sums[j] += row[j];
      }
    }
    for (int j = 0; j < sums.length; j++) {
      sums[j] /= data.size();
    }
    return sums;
  }

  /**
   * The sample covariance, divided by rows - 1: (features, features), symmetric. Takes a second
   * pass over the data, after its mean is known, because sums of uncentred products cancel.
   */
  static double[] covariance(Dataset data, double[] mean) {
    int width = mean.length;
    double[] covariance = new double[width * width];
    try (CentredBlocks blocks = new CentredBlocks(data, mean, width);
        INDArray sum = Nd4j.create(DataType.DOUBLE, new long[] {width, width}, 'f')) {
      while (blocks.next()) {
        Nd4j.gemm(blocks.columns(), blocks.columns(), sum, false, true, 1, 1);
      }
      sum.data().asNioDouble().get(covariance);
    }
    for (int i = 0; i < covariance.length; i++) {
      covariance[i] /= data.size() - 1;
    }
    return covariance;
  }
}
