package io.venturi.samples.reduction;

import io.venturi.data.Dataset;
import io.venturi.data.download.ImageSet;
import io.venturi.samples.datasets.FashionMnist;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is reduced, and how it is trained on.
 *
 * @param names of the labels
 * @param batchSize images of one step
 * @param epochs if nobody says otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Images(
    Dataset train, Dataset test, int[] testLabels, List<String> names, int batchSize, int epochs) {

  /** The images in the jar: few, so that batches are small, to take more steps. */
  static Images bundled() {
    return new Images(
        FashionMnist.train(),
        FashionMnist.test(),
        FashionMnist.testLabels(),
        FashionMnist.classes(),
        64,
        10);
  }

  /** A whole set, whose labels are named by their numbers. */
  static Images in(Path folder) {
    ImageSet set = ImageSet.in(folder);
    int[] labels = set.testLabels();
    List<String> names =
        IntStream.rangeClosed(0, Arrays.stream(labels).max().orElse(0))
            .mapToObj(Integer::toString)
            .toList();
    return new Images(set.train(), set.test(), labels, names, 256, 30);
  }
}
