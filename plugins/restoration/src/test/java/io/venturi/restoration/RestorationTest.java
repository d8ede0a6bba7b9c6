package io.venturi.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.runtime.Venturi;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RestorationTest {

  private static final int SIDE = 12;
  private static final int PIXELS = SIDE * SIDE;
  private static final int IMAGES = 60;

  private final Restoration restoration = new Restoration();

  /** Images of one bright square each, at several places. */
  private static float[] squares() {
    float[] values = new float[IMAGES * PIXELS];
    for (int image = 0; image < IMAGES; image++) {
      for (int y = 0; y < 5; y++) {
        for (int x = 0; x < 5; x++) {
          values[image * PIXELS + (y + image % 7) * SIDE + x + image % 5] = 0.8f;
        }
      }
    }
    return values;
  }

  private static float[] noisy(float[] values, double deviation) {
    Random random = new Random(3);
    float[] noisy = new float[values.length];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = (float) (values[i] + deviation * random.nextGaussian());
    }
    return noisy;
  }

  private static Dataset images(String name, float... values) {
    return Dataset.ofFlat(name, values, SIDE, SIDE, 1);
  }

  private static final Dataset CLEAN = images("clean.npy", squares());
  private static final Dataset NOISY = images("noisy.npy", noisy(squares(), 0.2));

  private RestorationResult of(UnaryOperator<float[]> model) {
    return restoration.evaluate(new FakeCodec(PIXELS, model), CLEAN, NOISY);
  }

  @Test
  void anApplicationOfTheRuntime() {
    assertThat(Venturi.create().application(Restoration.class)).isNotNull();
  }

  @Test
  void aModelThatIsBetterThanFilters() {
    float[] clean = squares();
    float[] noisy = noisy(clean, 0.2);
    // Most of the noise is gone, wherever a row stands.
    RestorationResult result =
        of(
            row -> {
              int image = 0;
              while (!Arrays.equals(
                  row, Arrays.copyOfRange(noisy, image * PIXELS, (image + 1) * PIXELS))) {
                image++;
              }
              float[] restored = new float[PIXELS];
              for (int i = 0; i < PIXELS; i++) {
                restored[i] =
                    clean[image * PIXELS + i] + 0.1f * (row[i] - clean[image * PIXELS + i]);
              }
              return restored;
            });
    assertThat(result.rows()).isEqualTo(48);
    // 20 log10(1 / 0.2) = 13.98, and a tenth of the noise is 20 dB better on every image.
    assertThat(result.noisy().psnr()).isCloseTo(13.98, within(0.2));
    assertThat(result.overNoisy().psnr()).isCloseTo(20, within(1e-4));
    assertThat(result.overNoisy().interval().high()).isCloseTo(20, within(1e-4));
    assertThat(result.noisy().interval().contains(result.noisy().psnr())).isTrue();
    assertThat(result.filters())
        .hasSize(2)
        .allSatisfy(f -> assertThat(f.psnr()).isBetween(15.0, 25.0));
    assertThat(result.filters().get(0).name()).matches("median [357] x [357]");
    assertThat(result.filters().get(1).name()).matches("Gaussian \\d\\.\\d\\d px");
    assertThat(result.model().ssim().orElseThrow())
        .isGreaterThan(result.noisy().ssim().orElseThrow())
        .isLessThan(1);
    assertThat(result.images().orElseThrow().rows())
        .extracting(row -> row.label())
        .containsExactly(
            "clean",
            "noisy",
            result.filters().get(0).name(),
            result.filters().get(1).name(),
            "model");
    assertThat(result.verdict())
        .startsWith("The model restores better than the filters: it goes from 1");
  }

  @Test
  void aModelThatIsAFilterItselfIsNoBetterThanOne() {
    Quality best = of(float[]::clone).overFilter().orElseThrow().over();
    String setting = best.name().split(" ", -1)[1];
    Filter filter =
        best.name().startsWith("median")
            ? Filter.median(Integer.parseInt(setting))
            : Filter.gaussian(Double.parseDouble(setting));
    RestorationResult result = of(row -> filter.apply(row, SIDE, SIDE, 1));
    assertThat(result.model().psnr()).isEqualTo(best.psnr());
    assertThat(result.verdict())
        .startsWith("A filter does as well, and needs no training: the " + best.name() + " has ");
    RestorationResult worse = of(row -> Filter.gaussian(1.1).apply(row, SIDE, SIDE, 1));
    assertThat(worse.verdict())
        .startsWith("A filter restores better, and needs no training: use the " + best.name());
  }

  @Test
  void aModelThatDoesNothing() {
    RestorationResult result = of(float[]::clone);
    assertThat(result.overNoisy().psnr()).isZero();
    assertThat(result.model().psnr()).isEqualTo(result.noisy().psnr());
    assertThat(result.verdict()).startsWith("The model restores nothing: ");
  }

  @Test
  void filtersHaveTheSettingThatIsBestOnOtherImages() {
    // Salt alone: medians take it off, of which the smallest blurs least.
    float[] salted = squares();
    for (int i = 0; i < salted.length; i += 17) {
      salted[i] = 1;
    }
    RestorationResult result =
        restoration.evaluate(
            new FakeCodec(PIXELS, float[]::clone), CLEAN, images("salted", salted));
    assertThat(result.filters().get(0).name()).isEqualTo("median 3 x 3");
    assertThat(result.overFilter().orElseThrow().over()).isEqualTo(result.filters().get(0));
  }

  /** What a stranger adds: here, a filter that only takes a share of every pixel. */
  private record Fading(double share) implements Filter {
    @Override
    public String name() {
      return "fading " + share;
    }

    @Override
    public float[] apply(float[] image, int height, int width, int channels) {
      assertThat(height * width * channels).isEqualTo(image.length);
      float[] result = image.clone();
      for (int i = 0; i < result.length; i++) {
        result[i] *= (float) share;
      }
      return result;
    }
  }

  private RestorationResult beside(Baseline... more) {
    return restoration.evaluate(new FakeCodec(PIXELS, float[]::clone), CLEAN, NOISY, 0, more);
  }

  @Test
  void filtersOfOthersTakePart() {
    RestorationResult result =
        beside(Baseline.bestOf(new Fading(0), new Fading(0.9), new Fading(0.1)));
    assertThat(result.filters())
        .extracting(Quality::name)
        .hasSize(3)
        .last()
        .isEqualTo("fading 0.9");
    assertThat(result.filters().subList(0, 2)).isEqualTo(beside().filters());
    assertThat(result.filters().get(2).psnr()).isGreaterThan(result.noisy().psnr());
    // The best of all filters is what a model has to beat, whoever brought it.
    Quality own = beside(Baseline.bestOf(Filter.gaussian(0.9))).filters().get(2);
    assertThat(own.name()).isEqualTo("Gaussian 0.90 px");
  }

  @Test
  void refusesFiltersThatGiveSomethingElse() {
    assertThatThrownBy(() -> beside(Baseline.bestOf(new Fading(Double.NaN))))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-439] The filter fading NaN makes NaN at feature 0 of row 1 of noisy.npy: a filter"
                + " gives as many finite values as the image has. Mend it, or leave it out.");
    Filter shortened =
        new Filter() {
          @Override
          public String name() {
            return "shortened";
          }

          @Override
          public float[] apply(float[] image, int height, int width, int channels) {
            return new float[3];
          }
        };
    assertThatThrownBy(() -> beside(Baseline.bestOf(shortened)))
        .hasMessageStartingWith(
            "[AE-439] The filter shortened makes 3 values instead of 144 of row 1 of noisy.npy");
  }

  @Test
  void theSameBitsForTheSameSeed() {
    RestorationResult first = of(row -> new float[PIXELS]);
    RestorationResult second = of(row -> new float[PIXELS]);
    assertThat(first.model()).isEqualTo(second.model());
    assertThat(first.filters()).isEqualTo(second.filters());
    assertThat(
            restoration
                .evaluate(new FakeCodec(PIXELS, row -> new float[PIXELS]), CLEAN, NOISY, 1)
                .noisy()
                .interval())
        .isNotEqualTo(first.noisy().interval());
  }

  @Test
  void rowsWithoutTheShapeOfImagesHaveTheRatioAlone() {
    Dataset clean = Dataset.of("clean", new float[][] {{0, 10}, {-10, 0}});
    Dataset noisy = Dataset.of("noisy", new float[][] {{2, 10}, {-10, 2}});
    RestorationResult result =
        restoration.evaluate(
            new FakeCodec(2, row -> new float[] {row[0] - 1, row[1]}), clean, noisy);
    // Of a peak of 20: 10 log10(400 / 2), and of errors of 1 and 0, and of 1 and 2, 1/2 and 5/2.
    assertThat(result.noisy().psnr()).isCloseTo(23.0103, within(1e-4));
    assertThat(result.model().psnr()).isCloseTo((29.0309 + 22.0412) / 2, within(1e-4));
    assertThat(result.peak()).isEqualTo(20);
    assertThat(result.filters()).isEmpty();
    assertThat(result.overFilter()).isEmpty();
    assertThat(result.images()).isEmpty();
    assertThat(result.model().ssim()).isEmpty();
  }

  @Test
  void oneSmallImageAlone() {
    Dataset clean = Dataset.ofFlat("clean", new float[] {0, 0, 1, 1}, 2, 2);
    Dataset noisy = Dataset.ofFlat("noisy", new float[] {0, 0, 1, 0}, 2, 2);
    RestorationResult result =
        restoration.evaluate(new FakeCodec(4, row -> new float[] {0, 0, 1, 1}), clean, noisy);
    assertThat(result.rows()).isEqualTo(1);
    assertThat(result.noisy().psnr()).isCloseTo(6.0206, within(1e-4));
    // As the clean one, which would be infinite.
    assertThat(result.model().psnr()).isEqualTo(100);
    assertThat(result.model().ssim()).isEmpty();
  }

  @Test
  void refusesWhatAreNoPairs() {
    FakeCodec codec = new FakeCodec(PIXELS, float[]::clone);
    assertThatThrownBy(() -> restoration.evaluate(codec, CLEAN, NOISY.slice(0, 59)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-430] clean.npy has 60 rows of 144 values, but noisy.npy (rows 0 to 58) 59 of 144:"
                + " row by row, the one must be the clean copy of the other.");
    assertThatThrownBy(
            () -> restoration.evaluate(codec, CLEAN, Dataset.ofFlat("n", new float[600], 10)))
        .hasMessageStartingWith("[AE-430] clean.npy has 60 rows of 144 values, but n 60 of 10: ");
  }

  @Test
  void refusesAModelOfAnotherWidth() {
    assertThatThrownBy(() -> restoration.evaluate(new FakeCodec(100, float[]::clone), CLEAN, NOISY))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-204] clean.npy has rows of 144 values, but FakeCodec takes 100: check the spec's"
                + " input and the data.");
  }

  @Test
  void refusesImagesOfBytes() {
    float[] bytes = new float[2 * PIXELS];
    bytes[PIXELS + 3] = 255;
    assertThatThrownBy(
            () ->
                restoration.evaluate(
                    new FakeCodec(PIXELS, float[]::clone),
                    images("clean", bytes),
                    images("n", bytes)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-431] Row 1 of clean, feature 3 is 255.0, but clean images have values from 0 to 1:"
                + " divide bytes by 255.");
  }

  @Test
  void refusesRowsThatDoNotVary() {
    Dataset same = Dataset.of("same", new float[][] {{3, 3}, {3, 3}});
    assertThatThrownBy(() -> restoration.evaluate(new FakeCodec(2, float[]::clone), same, same))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-432] All values of same are 3.0, and a signal that does not vary has no ratio to"
                + " noise: give rows that do.");
  }

  @Test
  void refusesValuesThatAreNotFinite() {
    float[] values = squares();
    values[2 * PIXELS + 1] = Float.NaN;
    assertThatThrownBy(
            () ->
                restoration.evaluate(
                    new FakeCodec(PIXELS, float[]::clone), CLEAN, images("noisy.npy", values)))
        .hasMessageStartingWith("[AE-202] Row 2 of noisy.npy, feature 1 is NaN");
    assertThatThrownBy(
            () ->
                of(
                    row -> {
                      float[] restored = new float[PIXELS];
                      restored[5] = Float.NaN;
                      return restored;
                    }))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-433] FakeCodec makes NaN of row 1 of noisy.npy, feature 5: its parameters or the"
                + " row are too large. Scale the data, or train with a scaler.");
  }
}
