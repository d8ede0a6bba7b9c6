package io.venturi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import org.junit.jupiter.api.Test;

/**
 * Against SciPy, whose Gaussian filter scikit-image's structural_similarity(gaussian_weights=True,
 * sigma=1.5, use_sample_covariance=False, data_range=1) is made of:
 *
 * <pre>
 * f = lambda a: scipy.ndimage.gaussian_filter(a, 1.5, truncate=3.5)[5:-5, 5:-5]
 * ux, uy = f(x), f(y); vx, vy, vxy = f(x*x) - ux*ux, f(y*y) - uy*uy, f(x*y) - ux*uy
 * ((2*ux*uy + 1e-4) * (2*vxy + 9e-4) / ((ux*ux + uy*uy + 1e-4) * (vx + vy + 9e-4))).mean()
 * </pre>
 */
class ImageQualityTest {

  @Test
  void isWhatScipyComputes() {
    float[] x = image(14 * 20, 3);
    ImageQuality quality =
        ImageQuality.of(new float[][] {x}, new float[][] {mixed(x, image(14 * 20, 5))}, 14, 20);
    assertThat(quality.ssim()).isCloseTo(0.9160893124322822, within(1e-9));
    assertThat(quality.psnr()).isCloseTo(19.454690240018195, within(1e-9));

    float[] small = image(121, 3);
    quality =
        ImageQuality.of(new float[][] {small}, new float[][] {mixed(small, image(121, 5))}, 11, 11);
    assertThat(quality.ssim()).isCloseTo(0.9246602724162861, within(1e-9));
    assertThat(quality.psnr()).isCloseTo(19.566986305222258, within(1e-9));
  }

  @Test
  void channelsAreComparedOneByOne() {
    int[] others = {5, 11, 2};
    double[] similarities = {0.9160893124322822, 0.9392590492785896, 0.9401760419649381};
    float[] x = image(280, 3);
    float[] original = new float[3 * 280];
    float[] image = new float[3 * 280];
    for (int c = 0; c < 3; c++) {
      float[] y = mixed(x, image(280, others[c]));
      for (int i = 0; i < 280; i++) {
        original[3 * i + c] = x[i];
        image[3 * i + c] = y[i];
      }
    }
    assertThat(ImageQuality.of(new float[][] {original}, new float[][] {image}, 14, 20, 3).ssim())
        .isCloseTo((similarities[0] + similarities[1] + similarities[2]) / 3, within(1e-9));
  }

  @Test
  void imagesAreMeasuredOneByOneAndThenAveraged() {
    float[] x = image(280, 3);
    float[][] originals = {x, x};
    float[][] images = {mixed(x, image(280, 5)), mixed(x, image(280, 11))};

    ImageQuality both = ImageQuality.of(originals, images, 14, 20);

    assertThat(both.ssimOfImages())
        .containsExactly(new double[] {0.9160893124322822, 0.9392590492785896}, within(1e-9));
    assertThat(both.ssim()).isCloseTo((0.9160893124322822 + 0.9392590492785896) / 2, within(1e-9));
    assertThat(both.psnr())
        .isCloseTo((both.psnrOfImages()[0] + both.psnrOfImages()[1]) / 2, within(1e-12));
    assertThat(ImageQuality.psnr(originals, images)).isEqualTo(both.psnr());
    double errors =
        Math.pow(10, -both.psnrOfImages()[0] / 10) + Math.pow(10, -both.psnrOfImages()[1] / 10);
    assertThat(both.meanSquaredError()).isCloseTo(errors / 2, within(1e-12));
    ImageQuality ofDatasets =
        ImageQuality.of(Dataset.ofFlat(join(originals), 14, 20, 1), Dataset.of(images));
    assertThat(ofDatasets.psnr()).isEqualTo(both.psnr());
    assertThat(ofDatasets.ssim()).isEqualTo(both.ssim());
  }

  @Test
  void anImageIsLikeItself() {
    float[][] x = {image(280, 3)};
    assertThat(ImageQuality.of(x, x, 14, 20).ssim()).isCloseTo(1, within(1e-12));
    assertThat(ImageQuality.of(x, x, 14, 20).psnr()).isEqualTo(ImageQuality.MOST_DECIBELS);
  }

  @Test
  void oneImageWithoutLossLeavesTheMeanToTheOthers() {
    float[] x = image(280, 3);
    float[][] originals = {x, x};
    float[][] images = {mixed(x, image(280, 5)), x};

    ImageQuality quality = ImageQuality.of(originals, images, 14, 20);

    assertThat(quality.psnrOfImages())
        .containsExactly(new double[] {19.454690240018195, 100}, within(1e-9));
    assertThat(quality.psnr()).isCloseTo((19.454690240018195 + 100) / 2, within(1e-9));
    assertThat(ImageQuality.psnr(originals, images)).isEqualTo(quality.psnr());
  }

  @Test
  void refusesWhatItCannotMeasure() {
    float[][] x = {image(280, 3)};
    float[][] broken = {image(280, 3)};
    broken[0][7] = Float.NaN;
    assertThatThrownBy(() -> ImageQuality.of(x, broken, 14, 20))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the array of images")
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> ImageQuality.psnr(x, broken))
        .hasMessage("Image 0 or its original is not finite.");
    assertThatThrownBy(() -> ImageQuality.psnr(x, new float[0][]))
        .hasMessage("1 originals and 0 images cannot be compared.");
    assertThatThrownBy(() -> ImageQuality.psnr(x, new float[1][7]))
        .hasMessage("Image 0 has 7 values, its original 280.");
    assertThatThrownBy(() -> ImageQuality.of(x, x, 10, 28))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Similarity is compared in windows of 11 x 11 pixels, for which images need the shape"
                + " {height, width} or {height, width, channels} and that size, not [10, 28].");
    assertThatThrownBy(() -> ImageQuality.of(x, x, 280)).hasMessageContaining("not [280].");
    assertThatThrownBy(() -> ImageQuality.of(x, x, 15, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "1 originals of 280 values and 1 images of 280 are not of the same images of [15, 20].");
    assertThatThrownBy(() -> ImageQuality.of(x, new float[][] {x[0], x[0]}, 14, 20))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ImageQuality.of(new float[0][], x, 14, 20))
        .isInstanceOf(DataException.class);
  }

  private static float[] image(int size, int factor) {
    float[] image = new float[size];
    for (int i = 0; i < size; i++) {
      image[i] = (float) ((i * i * factor + 7 * i) % 101 / 100.0);
    }
    return image;
  }

  private static float[] mixed(float[] x, float[] other) {
    float[] image = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      image[i] = (float) (0.75 * x[i] + 0.25 * other[i]);
    }
    return image;
  }

  private static float[] join(float[][] images) {
    float[] all = new float[images.length * images[0].length];
    for (int i = 0; i < images.length; i++) {
      System.arraycopy(images[i], 0, all, i * images[i].length, images[i].length);
    }
    return all;
  }
}
