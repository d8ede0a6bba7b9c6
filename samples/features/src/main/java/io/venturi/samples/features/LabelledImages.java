package io.venturi.samples.features;

import io.venturi.data.Dataset;
import io.venturi.data.download.ImageSet;
import io.venturi.samples.datasets.FashionMnist;
import java.nio.file.Path;

/** Images to learn from and to test on, with what is on them. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record LabelledImages(Dataset train, int[] trainLabels, Dataset test, int[] testLabels) {

  /** The images in the jar. */
  static LabelledImages bundled() {
    return new LabelledImages(
        FashionMnist.train(),
        FashionMnist.trainLabels(),
        FashionMnist.test(),
        FashionMnist.testLabels());
  }

  /** A whole set. */
  static LabelledImages in(Path folder) {
    ImageSet set = ImageSet.in(folder);
    return new LabelledImages(set.train(), set.trainLabels(), set.test(), set.testLabels());
  }
}
