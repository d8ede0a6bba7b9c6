package io.venturi.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.application.ImageQuality;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RateDistortionTest {

  private static final RatePoint OURS = new RatePoint("5 bits", 1_000, 0.1, 20, 0.7);

  @Test
  void aModelPaysOffWhereItsBytesAreSaved() {
    // A hundred images: 10 bytes each, against 25.
    Rival plain = new Rival("JPEG", Optional.of(new RatePoint("q", 2_500, 0.25, 20, 0.7)), 0);
    Rival small = new Rival("PCA", Optional.of(new RatePoint("64", 2_500, 0.25, 20, 0.7)), 600);
    Rival better = new Rival("X", Optional.of(new RatePoint("x", 900, 0.09, 20, 0.7)), 0);
    Rival poor = new Rival("Y", Optional.empty(), 0);
    RateDistortion result =
        new RateDistortion(
            100, "model", OURS, 1_500, List.of(plain, small, better, poor), List.of());

    assertThat(result.paysOffFrom(plain)).hasValue(101); // At 100 both are 2,500.
    assertThat(result.paysOffFrom(small)).hasValue(61);
    assertThat(result.paysOffFrom(better)).isEmpty();
    assertThat(result.paysOffFrom(poor)).isEmpty();
  }

  @Test
  void theBestOfCurvesIsWhatNoPointBeats() {
    RatePoint a = new RatePoint("a", 10, 1, 10, 0.1);
    RatePoint b = new RatePoint("b", 20, 2, 15, 0.2);
    RatePoint beaten = new RatePoint("c", 25, 2, 12, 0.2);
    RatePoint d = new RatePoint("d", 30, 3, 20, 0.2);
    assertThat(
            RateCurve.bestOf(
                    "all",
                    List.of(
                        new RateCurve("1", List.of(d, a)), new RateCurve("2", List.of(beaten, b))))
                .points())
        .containsExactly(a, b, d);
  }

  @Test
  void jpegLosesAndPngDoesNot() {
    for (int channels : new int[] {1, 3}) {
      Dataset images = bytes(channels);
      ImageMosaic mosaic = ImageMosaic.of(images);
      assertThat(mosaic.png().psnr()).isEqualTo(ImageQuality.MOST_DECIBELS);
      assertThat(mosaic.png().ssim()).isGreaterThan(1 - 1e-9);
      RateCurve curve = mosaic.jpeg(0.1, 0.9);
      assertThat(curve.points().get(0).psnr()).isBetween(15.0, curve.points().get(1).psnr());
      assertThat(mosaic.jpegReaching(25).orElseThrow().psnr()).isGreaterThanOrEqualTo(25);
    }
  }

  /** A blank image is coded without loss at any quality. */
  @Test
  void aBlankImageDoesNotDecideWhatQualityTheOthersGet() {
    Dataset textured = textured(24, 0);
    Dataset withBlank = textured(24, 1);

    RatePoint without = ImageMosaic.of(textured).jpegReaching(30).orElseThrow();
    RatePoint with = ImageMosaic.of(withBlank).jpegReaching(30).orElseThrow();

    assertThat(with.psnr()).isBetween(30.0, 32.0);
    assertThat(with.bytes()).isBetween(without.bytes() / 2, without.bytes());
    assertThat(with.ssim()).isGreaterThan(0.9);
  }

  @Test
  void refusesImagesOfOtherChannels() {
    assertThatThrownBy(() -> ImageMosaic.of(Dataset.ofFlat(new float[288], 12, 12, 2)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-472] Rows of ")
        .hasMessageEndingWith(
            " have the shape [12, 12, 2], but a mosaic is of images, {height, width} or {height,"
                + " width, channels} with 1 or 3 channels: give the dataset that shape.");
    assertThatThrownBy(() -> ImageMosaic.of(Dataset.ofFlat(new float[70_000], 70_000, 1)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-473] The 1 images of ")
        .hasMessageEndingWith(
            " would be a picture of 1 x 70000 pixels, too large for JPEG or for Java: take some of"
                + " them.");
  }

  /** Noise, and images of one grey. */
  private static Dataset textured(int noisy, int blank) {
    SplittableRandom random = new SplittableRandom(3);
    float[] values = new float[(noisy + blank) * 32 * 32];
    Arrays.fill(values, 128 / 255f);
    for (int i = 0; i < noisy * 32 * 32; i++) {
      values[i] = random.nextInt(256) / 255f;
    }
    return Dataset.ofFlat(values, 32, 32);
  }

  /** Eleven slopes of whole bytes, channels apart. */
  private static Dataset bytes(int channels) {
    float[] values = new float[11 * 144 * channels];
    for (int i = 0; i < values.length; i++) {
      int image = i / (144 * channels);
      int pixel = i / channels % 144;
      int channel = i % channels;
      values[i] =
          (20 * image + pixel % 12 * (3 - channel) + pixel / 12 * (2 + channel)) % 256 / 255f;
    }
    return Dataset.ofFlat(values, 12, 12, channels);
  }
}
