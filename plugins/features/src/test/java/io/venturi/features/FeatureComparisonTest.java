package io.venturi.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.application.report.BarChart;
import io.venturi.application.report.Histogram;
import io.venturi.application.report.ImageRows;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.PointChart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Table;
import io.venturi.features.Trial.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureComparisonTest {

  private static final int ROWS = 400;

  @Test
  void holdsTheModelThatValidationChoseAgainstTheRest() {
    // The lucky model is better on test rows; what was held back did not say so.
    FeatureComparison comparison =
        comparison(score("chosen", 0.9, 320), score("lucky", 0.8, 360), score("pixels", 0.7, 200));

    assertThat(comparison.bestModel(Learner.NEAREST_NEIGHBOURS, 100))
        .hasValueSatisfying(best -> assertThat(best.contender()).isEqualTo("chosen"));
    assertThat(comparison.bestModel(Learner.LOGISTIC_REGRESSION, 100)).isEmpty();
    assertThat(comparison.differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.first().contender()).isEqualTo("chosen");
              assertThat(difference.second().contender()).isEqualTo("pixels");
              assertThat(difference.mean()).isCloseTo(0.3, within(1e-12));
              assertThat(difference.isAhead()).isTrue();
              assertThat(difference.isBehind()).isFalse();
            });
  }

  @Test
  void saysWhicheverWayItFalls() {
    assertThat(verdict(320, 200))
        .isEqualTo(
            "Use a model's codes where they are ahead of all that needs no training, by k-NN with"
                + " 100 labels (chosen).");
    for (int behindOrLevel : new int[] {320, 200}) {
      assertThat(verdict(200, behindOrLevel))
          .isEqualTo("Nowhere are a model's codes ahead of all that needs no training: use that.");
    }
  }

  @Test
  void codesAreToBeAheadOfAllThatNeedsNoTraining() {
    FeatureComparison comparison =
        comparison(
            score("chosen", 0.9, 300), score("pixels", 0.7, 100), score("components", 0.7, 320));

    assertThat(comparison.differences()).extracting(FeatureDifference::isAhead).contains(true);
    assertThat(comparison.aheadOfAllElse()).isEmpty();
  }

  @Test
  void withNothingToHoldAgainstThereIsNoVerdictButHowToGetOne() {
    assertThat(written(new FeatureComparison(List.of(score("pixels", 1, 9)), Set.of())))
        .contains(
            "There is nothing to hold the codes against: name a model, and a contender that is"
                + " none, such as raw inputs.");
  }

  @Test
  void drawsTablesAndCurves() {
    FeatureComparison comparison = comparison(score("chosen", 0.9, 320), score("pixels", 0.7, 200));
    List<String> written = written(comparison);

    assertThat(comparison.title()).isEqualTo("Codes as features");
    assertThat(written)
        .anySatisfy(
            each ->
                assertThat(each)
                    .startsWith("Accuracy of k-NN: With 100 labels: chosen 80.0; pixels 50.0."))
        .anySatisfy(
            each ->
                assertThat(each)
                    .contains("[k-NN, 100, chosen, pixels, +30.0, ")
                    .endsWith(", ahead]]"))
        .anySatisfy(each -> assertThat(each).contains("[chosen, k-NN, 100, 80.0, "));
  }

  /** Of many differences between codes that are alike, few are called one. */
  @Test
  void manyComparisonsDoNotMakeOneStandOutByChance() {
    FeatureScore chosen = score("chosen", 0.9, 230);
    FeatureScore pixels = score("pixels", 0.7, 200);
    List<FeatureScore> scores = new ArrayList<>(List.of(chosen, pixels));
    FeatureDifference alone = comparison(chosen, pixels).differences().get(0);
    assertThat(alone.isAhead()).isTrue();
    // Beside eleven that nobody would call different.
    for (int i = 0; i < 11; i++) {
      scores.add(score("components " + i, 0.7, 229));
    }
    FeatureComparison many = comparison(scores.toArray(FeatureScore[]::new));
    FeatureDifference among = many.differences().get(0);
    assertThat(among.second()).isEqualTo(pixels);
    assertThat(among.interval()).isEqualTo(FeatureDifference.of(chosen, pixels, 12).interval());
    assertThat(among.interval().low()).isLessThan(alone.interval().low());
    assertThat(written(many))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains(
                        "that one of 12 is called ahead or behind by chance in 5 % of such"
                            + " comparisons at most (Bonferroni)."));
  }

  @Test
  void drawsKeepSharesOfClasses() {
    int[] labels = new int[100];
    Arrays.fill(labels, 50, 80, 1);
    Arrays.fill(labels, 80, 99, 2);
    labels[99] = 3;
    int[] all = new int[100];
    Arrays.setAll(all, i -> i);

    int[] drawn = Stratified.draw(labels, all, 20, 4);

    int[] counts = new int[4];
    Arrays.stream(drawn).forEach(row -> counts[labels[row]]++);
    assertThat(counts).containsExactly(9, 6, 4, 1);
    assertThat(drawn).doesNotHaveDuplicates().isEqualTo(Stratified.draw(labels, all, 20, 4));
    assertThat(drawn).isNotEqualTo(Stratified.draw(labels, all, 20, 5));
  }

  @Test
  void equalVotesGoToTheNearest() {
    float[][] train = {{5}, {0}, {1}, {2}, {3}};
    int[] labels = {0, 1, 2, 2, 1};
    // Settings 0, 1 and 2 are of 1, 3 and 5 neighbours; with 5 labels 1 and 2 have two votes each.
    assertThat(
            new NeighbourVote()
                .predict(train, labels, new float[][] {{-1}}, new int[] {0, 1, 2}, 1))
        .isDeepEqualTo(new int[][] {{1}, {2}, {1}});
  }

  private String verdict(int right, int rightOfPixels) {
    return written(comparison(score("chosen", 0.9, right), score("pixels", 0.7, rightOfPixels)))
        .get(0);
  }

  private static FeatureComparison comparison(FeatureScore... scores) {
    return new FeatureComparison(List.of(scores), Set.of("chosen", "lucky"));
  }

  private static FeatureScore score(String contender, double validation, int right) {
    boolean[] rows = new boolean[ROWS];
    Arrays.fill(rows, 0, right, true);
    return new FeatureScore(
        contender,
        Learner.NEAREST_NEIGHBOURS,
        100,
        List.of(new Outcome("k = 1, as they are", validation, rows)));
  }

  private static List<String> written(FeatureComparison comparison) {
    List<String> written = new ArrayList<>();
    comparison.writeTo(
        new ReportWriter() {
          @Override
          public void text(String paragraph) {
            written.add(paragraph);
          }

          @Override
          public void verdict(String sentence) {
            written.add(sentence);
          }

          @Override
          public void table(Table table) {
            written.add(table.title() + ": " + table.rows());
          }

          @Override
          public void bars(BarChart chart) {
            throw new AssertionError(chart);
          }

          @Override
          public void lines(LineChart chart) {
            written.add(chart.title() + ": " + chart.description());
          }

          @Override
          public void points(PointChart chart) {
            throw new AssertionError(chart);
          }

          @Override
          public void histogram(Histogram chart) {
            throw new AssertionError(chart);
          }

          @Override
          public void images(ImageRows images) {
            throw new AssertionError(images);
          }
        });
    return written;
  }
}
