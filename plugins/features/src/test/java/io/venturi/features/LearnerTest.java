package io.venturi.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.DataException;
import io.venturi.features.Clusters.Columns;
import io.venturi.model.Codec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.nearest.KNNModel;
import org.tribuo.common.nearest.KNNTrainer;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;

/** Learners that are not built in, and what is built in beside Tribuo's. */
class LearnerTest {

  private static final int[] NEIGHBOURS = {1, 3, 5, 10, 20};

  private final Clusters train = Clusters.of("training rows", 60, 1);
  private final Clusters test = Clusters.of("test rows", 30, 2);
  private final Map<String, Codec> contenders = Map.of("good", new Columns(0, 1));

  /** The same neighbours, so the same labels wherever one label has the most votes. */
  @Test
  void neighboursVoteAsTribuosDo() {
    float[][] rows = random(400, 6, 1);
    int[] labels = new SplittableRandom(2).ints(rows.length, 0, 4).toArray();
    float[][] queries = random(300, 6, 3);
    int[] settings = {0, 1, 2, 3, 4};
    Map<String, LongFunction<Trainer<Label>>> tribuos = new LinkedHashMap<>();
    for (int k : NEIGHBOURS) {
      tribuos.put("k = " + k, seed -> tribuos(k));
    }

    int[][] ours = Learner.NEAREST_NEIGHBOURS.predict(rows, labels, queries, settings, 1);
    int[][] theirs = Learner.of("Tribuo's", tribuos).predict(rows, labels, queries, settings, 1);

    int compared = 0;
    for (int s = 0; s < settings.length; s++) {
      for (int q = 0; q < queries.length; q++) {
        if (hasOneWinner(rows, labels, queries[q], NEIGHBOURS[s])) {
          assertThat(ours[s][q]).as("query %d, k = %d", q, NEIGHBOURS[s]).isEqualTo(theirs[s][q]);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(900);
  }

  /** A learner of Tribuo's, and one that was written for this, beside one that is built in. */
  @Test
  void strangersTakePart() {
    Learner stranger = Learner.of("Tribuo's 3-NN", seed -> tribuos(3));
    Learner own = new Always(1);
    FeatureComparison comparison =
        new Features()
            .compare(
                contenders,
                train.rows(),
                train.labels(),
                test.rows(),
                test.labels(),
                FeatureOptions.of(1)
                    .learners(Learner.NEAREST_NEIGHBOURS, stranger, own)
                    .labels(12)
                    .draws(2));

    assertThat(comparison.scores()).hasSize(3 * 2);
    assertThat(comparison.score("good", stranger, 60).accuracy()).isGreaterThan(0.85);
    assertThat(comparison.score("good", own, 60).accuracy()).isEqualTo(1 / 3.0);
    assertThat(comparison.score("good", own, 60))
        .asString()
        .startsWith("always 1 on good with 60 labels: 0.333 [");
  }

  @Test
  void refusesLearnersThatCannotBeCompared() {
    assertThatThrownBy(() -> FeatureOptions.of(1).learners(new Learner[0]))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-458] The learners are none: give one or more, each with a name of its own.");
    assertThatThrownBy(() -> FeatureOptions.of(1).learners(new Always(1), new Always(1)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-458] The learners are always 1, always 1: give one or more, each with a name of its"
                + " own.");
    assertThatThrownBy(() -> Learner.of("none", Map.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the number of settings of none");
  }

  @Test
  void refusesOtherPredictionsThanWereAskedFor() {
    FeatureOptions options =
        FeatureOptions.of(1)
            .learners(
                new Always(1) {
                  @Override
                  public int[][] predict(
                      float[][] rows, int[] labels, float[][] queries, int[] settings, long seed) {
                    return new int[settings.length][3];
                  }
                })
            .labels(12)
            .draws(1);
    assertThatThrownBy(
            () ->
                new Features()
                    .compare(
                        contenders,
                        train.rows(),
                        train.labels(),
                        test.rows(),
                        test.labels(),
                        options.draws(1)))
        .isInstanceOf(DataException.class)
        .hasMessageMatching(
            "\\[AE-457] The learner always 1 was asked for 1 x \\d+ labels, of each setting for each"
                + " row, and gave others: mend its predict\\.");
  }

  private static KNNTrainer<Label> tribuos(int k) {
    return new KNNTrainer<>(
        k,
        new L2Distance(),
        1,
        new VotingCombiner(),
        KNNModel.Backend.THREADPOOL,
        NeighboursQueryFactoryType.BRUTE_FORCE);
  }

  private static boolean hasOneWinner(float[][] rows, int[] labels, float[] query, int k) {
    List<float[]> nearest =
        Arrays.stream(rows)
            .sorted((a, b) -> Double.compare(distance(a, query), distance(b, query)))
            .limit(k)
            .toList();
    int[] votes = new int[4];
    for (int i = 0; i < rows.length; i++) {
      if (nearest.contains(rows[i])) {
        votes[labels[i]]++;
      }
    }
    int most = Arrays.stream(votes).max().orElseThrow();
    return Arrays.stream(votes).filter(each -> each == most).count() == 1;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
    }
    return sum;
  }

  private static float[][] random(int count, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[count][width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) random.nextDouble();
      }
    }
    return rows;
  }

  /** Learns nothing. */
  private static class Always implements Learner {

    private final int label;

    Always(int label) {
      this.label = label;
    }

    @Override
    public String name() {
      return "always " + label;
    }

    @Override
    public List<String> settings() {
      return List.of("none");
    }

    @Override
    public int[][] predict(
        float[][] rows, int[] labels, float[][] queries, int[] settings, long seed) {
      int[][] predictions = new int[settings.length][queries.length];
      for (int[] each : predictions) {
        Arrays.fill(each, label);
      }
      return predictions;
    }
  }
}
