package io.venturi.samples.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.download.ImageSet;
import io.venturi.reduction.Pca;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The errors of PCA on these images are known: a wrong pixel or a wrong axis would change them. */
class PublishedFiguresTest {

  @Test
  void pcaOfTheBundledImages() {
    double error = Pca.fit(FashionMnist.train(), 32).meanSquaredError(FashionMnist.test());
    assertThat(error).isEqualTo(0.01537, within(0.000005));
  }

  @Test
  void pcaOfWholeMnist() {
    ImageSet mnist = hereOrSkip(ImageSet.mnist());
    Pca pca = Pca.fit(mnist.train(), 32);
    assertThat(pca.meanSquaredError(mnist.test())).isEqualTo(0.01683, within(0.000005));
    // Hinton and Salakhutdinov (2006) report 13.87 for 30 components, per image.
    double ofThirty = Pca.fit(mnist.train(), 30).meanSquaredError(mnist.test()) * 784;
    assertThat(ofThirty).isEqualTo(13.866, within(0.0005));
  }

  @Test
  void pcaOfWholeFashionMnist() {
    ImageSet fashion = hereOrSkip(ImageSet.fashionMnist());
    double error = Pca.fit(fashion.train(), 32).meanSquaredError(fashion.test());
    assertThat(error).isEqualTo(0.01514, within(0.000005));
  }

  /** A test downloads nothing. */
  private static ImageSet hereOrSkip(ImageSet images) {
    Assumptions.assumeTrue(images.isHere(), "Skipped, as there is no " + images);
    return images;
  }
}
