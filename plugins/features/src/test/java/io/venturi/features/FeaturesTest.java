package io.venturi.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.data.Dataset;
import io.venturi.features.Clusters.Columns;
import io.venturi.model.Codec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;

class FeaturesTest {

  private final Features features = new Features();
  private final Clusters train = Clusters.of("training rows", 300, 1);
  private final Clusters test = Clusters.of("test rows", 150, 2);

  @Test
  void handsCodesToTribuo() {
    MutableDataset<Label> data = features.dataset(new Columns(0, 1), train.rows(), train.labels());

    assertThat(data.size()).isEqualTo(300);
    assertThat(data.getOutputs()).extracting(Label::getLabel).containsOnly("0", "1", "2");
    Example<Label> second = data.getExample(1);
    assertThat(second.getOutput().getLabel()).isEqualTo("1");
    assertThat(second.lookup("0").getValue()).isEqualTo(train.rows().toArray()[1][0]);
    assertThat(second.lookup("1").getValue()).isEqualTo(train.rows().toArray()[1][1]);

    Model<Label> learned = new LogisticRegressionTrainer().train(data);
    Example<Label> example = features.example(new Columns(0, 1), new float[] {0, 5, 7, 7});
    assertThat(learned.predict(example).getOutput().getLabel()).isEqualTo("2");
  }

  @Test
  void namesOfManyFeaturesKeepTheirOrder() {
    assertThat(TribuoRows.names(11)).startsWith("00", "01").endsWith("09", "10").isSorted();
  }

  @Test
  void tellsGoodFeaturesFromNoise() {
    List<FeatureScore> told = new ArrayList<>();
    FeatureComparison comparison = compare(told);

    assertThat(comparison.scores()).hasSize(3 * 2 * 2).isEqualTo(told);
    for (Learner learner : List.of(Learner.LOGISTIC_REGRESSION, Learner.NEAREST_NEIGHBOURS)) {
      FeatureScore good = comparison.score("good", learner, 30);
      assertThat(good.accuracy()).isGreaterThan(0.9);
      assertThat(good.interval().contains(good.accuracy())).isTrue();
      assertThat(good.validation()).isGreaterThan(0.85);
      assertThat(good.draws()).isEqualTo(3);
      assertThat(good.settings()).hasSize(3);
      assertThat(comparison.score("good", learner, 300).draws()).isEqualTo(1);
      FeatureScore noise = comparison.score("noise", learner, 300);
      assertThat(noise.accuracy()).isBetween(0.2, 0.47);
      // Three classes of one size: a third is chance.
      assertThat(noise.interval().contains(noise.accuracy())).isTrue();
    }
    // Only where they are standardised is anything seen beside the noise.
    FeatureScore raw = comparison.score("raw", Learner.NEAREST_NEIGHBOURS, 300);
    assertThat(raw.settings()).singleElement().asString().endsWith(", standardised");
    assertThat(raw.accuracy()).isGreaterThan(0.85);
    assertThat(comparison.score("good", Learner.NEAREST_NEIGHBOURS, 300))
        .asString()
        .matches("k-NN on good with 300 labels: 0\\.9\\d\\d \\[0\\.\\d{3}, \\d\\.\\d{3}]");
  }

  /** Any number of labels that is not refused is compared, however they fall into classes. */
  @Test
  void fewLabelsOfFewClassesAreCompared() {
    SplittableRandom random = new SplittableRandom(9);
    for (int classes = 2; classes <= 4; classes++) {
      for (int count = 2 * classes; count <= 2 * classes + 4; count++) {
        for (boolean even : new boolean[] {true, false}) {
          int size = count + 3;
          int[] labels = new int[size];
          for (int i = 0; i < size; i++) {
            labels[i] = even || i < classes ? i % classes : 0; // Else one of each, but many 0.
          }
          float[][] rows = new float[size][1];
          for (int i = 0; i < size; i++) {
            rows[i][0] = labels[i] + (float) random.nextDouble();
          }
          Dataset data = Dataset.of(rows);
          FeatureComparison comparison =
              features.compare(
                  Map.of("number", RawInputs.of(1)),
                  data,
                  labels,
                  data,
                  labels,
                  FeatureOptions.of(1).labels(count).draws(1));
          assertThat(comparison.scores())
              .as("%d labels of %d classes", count, classes)
              .hasSize(2 * 2)
              .allSatisfy(
                  score -> {
                    assertThat(score.accuracy()).isBetween(0.0, 1.0);
                    assertThat(score.validation()).isBetween(0.0, 1.0);
                  });
        }
      }
    }
  }

  @Test
  void sameBitsOnAnyNumberOfThreads() throws Exception {
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool four = new ForkJoinPool(4);
    try {
      List<String> alone = one.submit(() -> figures(compare(new ArrayList<>()))).get();
      assertThat(four.submit(() -> figures(compare(new ArrayList<>()))).get()).isEqualTo(alone);
    } finally {
      one.shutdown();
      four.shutdown();
    }
  }

  @Test
  void rawInputsAreACodec() {
    Codec raw = RawInputs.of(2);
    float[][] rows = {{1, 2}, {3, 4}};

    assertThat(raw.inputs()).isEqualTo(2);
    assertThat(raw.codeSize()).isEqualTo(2);
    assertThat(raw.encode(rows)).isDeepEqualTo(rows);
    assertThat(raw.encode(Dataset.of(rows))).isDeepEqualTo(rows);
    assertThat(raw.reconstruct(rows)).isDeepEqualTo(rows);
  }

  private static List<String> figures(FeatureComparison comparison) {
    return comparison.scores().stream()
        .map(each -> each.accuracy() + " " + each.interval() + " " + each.settings())
        .toList();
  }

  private FeatureComparison compare(List<FeatureScore> told) {
    Map<String, Codec> contenders = new LinkedHashMap<>();
    contenders.put("good", new Columns(0, 1));
    contenders.put("noise", new Columns(2, 3));
    contenders.put("raw", RawInputs.of(Clusters.WIDTH));
    return features.compare(
        contenders,
        train.rows(),
        train.labels(),
        test.rows(),
        test.labels(),
        FeatureOptions.of(5).labels(30).draws(3).progress(told::add));
  }
}
