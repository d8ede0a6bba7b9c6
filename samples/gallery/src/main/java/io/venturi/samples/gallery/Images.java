package io.venturi.samples.gallery;

import io.venturi.data.Dataset;
import io.venturi.data.download.ImageSet;
import io.venturi.samples.datasets.FashionMnist;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What all types are trained on and tested with.
 *
 * @param shown which of the test images are in the picture
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Images(Dataset train, Dataset test, int[] shown) {

  private static final int SHOWN = 10;

  /** The images in the jar, of which one of each class is shown. */
  static Images bundled() {
    int[] labels = FashionMnist.testLabels();
    int[] firsts =
        IntStream.range(0, FashionMnist.classes().size())
            .map(label -> firstOf(label, labels))
            .toArray();
    return new Images(FashionMnist.train(), FashionMnist.test(), firsts);
  }

  /** A whole set, of which the first test images are shown, since it may have no labels. */
  static Images in(Path folder) {
    ImageSet set = ImageSet.in(folder);
    Dataset test = set.test();
    return new Images(
        set.train(), test, IntStream.range(0, Math.min(SHOWN, test.size())).toArray());
  }

  private static int firstOf(int label, int[] labels) {
    return IntStream.range(0, labels.length).filter(i -> labels[i] == label).findFirst().orElse(0);
  }

  /** Of some rows, one for each test image, those that are shown. */
  float[][] shown(float[][] rows) {
    return Arrays.stream(shown).mapToObj(row -> rows[row]).toArray(float[][]::new);
  }

  /**
   * The mean squared error on the test images of giving the mean of the training images whatever
   * comes: what has learned anything is below it.
   */
  double meanImageError() {
    double[] mean = new double[train.width()];
    float[] row = new float[train.width()];
    for (int r = 0; r < train.size(); r++) {
      train.read(r, row, 0);
      for (int i = 0; i < row.length; i++) {
        mean[i] += row[i] / (double) train.size();
      }
    }
    float[] image = new float[mean.length];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) mean[i];
    }
    float[][] images = new float[test.size()][];
    Arrays.fill(images, image);
    return meanSquaredError(images, test.toArray());
  }

  /** Over all values of rows and what they should be. */
  static double meanSquaredError(float[][] rows, float[][] wanted) {
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < rows[r].length; i++) {
        double difference = (double) rows[r][i] - wanted[r][i];
        sum += difference * difference;
      }
    }
    return sum / rows.length / rows[0].length;
  }
}
