package io.venturi.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.application.report.BarChart;
import io.venturi.application.report.Histogram;
import io.venturi.application.report.ImageRows;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.PointChart;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Table;
import io.venturi.data.Dataset;
import io.venturi.kernel.Gaussians;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GenerationQualityTest {

  private static final Generation GENERATION = new Generation();
  private static final Same MODEL = Same.of(4);
  private static final Same JUDGE = new Same(4, 1);

  private static float[][] normal(int count, long seed) {
    return CodeDistribution.standardNormal(4).draw(count, seed);
  }

  private static Dataset images(String name, float[][] rows) {
    float[] flat = new float[rows.length * 4];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, 4 * i, 4);
    }
    return Dataset.ofFlat(name, flat, 2, 2, 1);
  }

  private static Reference reference() {
    return GENERATION.reference(
        images("train", normal(600, 1)), images("test", normal(300, 2)), JUDGE);
  }

  private static GenerationQuality quality(float[][] rows) {
    return GENERATION.quality(new GeneratedRows(MODEL, "a test", rows, rows), reference());
  }

  @Test
  void precisionAndRecallAreThoseOfTheDefinition() {
    float[][] real = normal(60, 1);
    float[][] generated = normal(60, 2);
    for (float[] row : generated) {
      row[0] *= 3;
    }
    PrecisionRecall figures = PrecisionRecall.of(generated, real, 3);
    assertThat(figures.precision().value()).isEqualTo(covered(generated, real, 3));
    assertThat(figures.recall().value()).isEqualTo(covered(real, generated, 3));
    assertThat(figures.precision().value()).isLessThan(figures.recall().value());
    assertThat(figures.precision().interval().contains(figures.precision().value())).isTrue();
    assertThat(figures.rows()).isEqualTo(60);
  }

  private static double covered(float[][] points, float[][] centers, int k) {
    long covered =
        Arrays.stream(points)
            .filter(
                point ->
                    Arrays.stream(centers)
                        .anyMatch(
                            center ->
                                distance(point, center)
                                    <= Arrays.stream(centers)
                                        .mapToDouble(other -> distance(center, other))
                                        .sorted()
                                        .toArray()[k]))
            .count();
    return covered / (double) points.length;
  }

  private static double distance(float[] a, float[] b) {
    return IntStream.range(0, a.length)
        .mapToDouble(i -> ((double) a[i] - b[i]) * ((double) a[i] - b[i]))
        .sum();
  }

  @Test
  void ranksAreComparedAsByHand() {
    // Of six pairs, 1 is below all three, and 3 is below 5 and equal to 3.
    Share share = RankShift.below(new double[] {1, 3}, new double[] {2, 3, 5});
    assertThat(share.value()).isEqualTo(4.5 / 6, within(1e-12));
    assertThat(share.interval().low()).isBetween(0.0, share.value());
    // Placements 1, 0.5 vary by 0.125, of the others 0.5, 0.75, 1 by 0.0625.
    assertThat(share.interval().low())
        .isEqualTo(0.75 - 1.959964 * Math.sqrt(0.125 / 2 + 0.0625 / 3), within(1e-9));
  }

  @Test
  void rowsOfTheSameKindAreAsGoodAsTrainingRows() {
    GenerationQuality quality = quality(normal(300, 5));
    PrecisionRecall yardstick = reference().yardstick();
    assertThat(quality.precisionRecall().precision().value())
        .isCloseTo(yardstick.precision().value(), within(0.1));
    assertThat(quality.precisionRecall().recall().value())
        .isCloseTo(yardstick.recall().value(), within(0.1));
    assertThat(quality.distances().ratio()).isCloseTo(1, within(0.1));
    assertThat(quality.distances().nearerThanReconstructed().interval().contains(0.5)).isTrue();
    assertThat(written(quality)).anyMatch(line -> line.endsWith("no sign of memorised rows."));
  }

  @Test
  void memorisedRowsAreSeen() {
    float[][] copies = normal(300, 1);
    for (int i = 0; i < copies.length; i++) {
      copies[i][0] += 0.01f * Gaussians.at(4, i);
    }
    GenerationQuality quality = quality(copies);
    assertThat(quality.distances().nearerThanHeldOut().value()).isGreaterThan(0.95);
    assertThat(quality.distances().ratio()).isLessThan(0.1);
    assertThat(written(quality))
        .anyMatch(line -> line.endsWith("look at the nearest pairs for copies."))
        .contains("images Nearest to training rows 2x2 [generated, training] 12")
        .contains(
            "histogram Distance to the nearest training row"
                + " [generated, held out, held out, reconstructed]");
  }

  @Test
  void aKindThatIsLeftOutLowersRecallAlone() {
    float[][] half =
        Arrays.stream(normal(1200, 3)).filter(row -> row[0] > 0).toArray(float[][]::new);
    PrecisionRecall figures = quality(half).precisionRecall();
    assertThat(figures.precision().value()).isGreaterThan(0.8);
    assertThat(figures.recall().value()).isLessThan(0.75);
  }

  @Test
  void likelihoodStandsInTheTableIfThereIsOne() {
    GenerationQuality quality = quality(normal(300, 3));
    assertThat(String.join("\n", written(quality))).doesNotContain("log p(x)");
    assertThat(written(quality.withNegativeLogLikelihood(101.5)))
        .anyMatch(line -> line.contains("-log p(x) of held-out rows, nats, 101.50"));
  }

  @Test
  void rowsThatAreNoImagesAreDrawnAsCurves() {
    GeneratedRows rows = GENERATION.sample(MODEL, 100, 1);
    assertThat(written(rows))
        .containsExactly("lines Drawn from the standard normal prior 8 series");
    assertThat(written(rows.asImages(2, 2)))
        .containsExactly("images Drawn from the standard normal prior 2x2 [] 96");
  }

  @Test
  void refusesWhatCannotBeCompared() {
    Dataset train = Dataset.of("train", normal(30, 1));
    Dataset test = Dataset.of("test", normal(10, 2));
    assertThatThrownBy(() -> GENERATION.reference(train, test, JUDGE, 10))
        .hasMessage(
            "[AE-230] the number of neighbours is 10, but must be at least 1 and at most 9.");
    assertThatThrownBy(() -> GENERATION.reference(train, test, Same.of(3)))
        .hasMessageStartingWith("[AE-204] train has rows of 4 values, but the judge takes 3");
    assertThatThrownBy(() -> GENERATION.reference(train, train.slice(0, 20), JUDGE))
        .hasMessage(
            "[AE-448] Half or more of the rows of train (rows 0 to 19) are also in train, so distances to it say"
                + " nothing: hold rows out that the model was not trained on.");
    Reference reference = GENERATION.reference(train, test, JUDGE);
    assertThatThrownBy(() -> GENERATION.quality(GENERATION.sample(JUDGE, 10, 1), reference))
        .hasMessage(
            "[AE-446] Rows drawn from the standard normal prior would be judged by the model that"
                + " they came from, which cannot see what it left out: judge them by another"
                + " encoder.");
    assertThatThrownBy(() -> GENERATION.quality(GENERATION.sample(MODEL, 3, 1), reference))
        .hasMessage("[AE-230] the number of generated rows is 3, but must be at least 4.");
    assertThatThrownBy(() -> GENERATION.quality(GENERATION.sample(Same.of(5), 10, 1), reference))
        .hasMessageStartingWith(
            "[AE-204] the generated rows has rows of 5 values, but the reference takes 4");
  }

  private static List<String> written(ReportPart part) {
    List<String> lines = new ArrayList<>();
    part.writeTo(
        new ReportWriter() {
          @Override
          public void text(String paragraph) {
            lines.add(paragraph);
          }

          @Override
          public void verdict(String sentence) {
            lines.add(sentence);
          }

          @Override
          public void table(Table table) {
            table.rows().forEach(row -> lines.add(String.join(", ", row)));
          }

          @Override
          public void bars(BarChart chart) {
            lines.add("bars " + chart.title());
          }

          @Override
          public void lines(LineChart chart) {
            lines.add("lines " + chart.title() + " " + chart.series().size() + " series");
          }

          @Override
          public void points(PointChart chart) {
            lines.add("points " + chart.title());
          }

          @Override
          public void histogram(Histogram chart) {
            lines.add(
                "histogram "
                    + chart.title()
                    + " "
                    + chart.samples().stream().map(Histogram.Sample::name).toList());
          }

          @Override
          public void images(ImageRows images) {
            lines.add(
                "images %s %dx%d %s %d"
                    .formatted(
                        images.title(),
                        images.height(),
                        images.width(),
                        images.rows().stream().map(ImageRows.Row::label).toList(),
                        images.rows().get(0).images().length));
          }
        });
    return lines;
  }
}
