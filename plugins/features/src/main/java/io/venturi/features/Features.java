package io.venturi.features;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.kernel.Seeds;
import io.venturi.model.Codec;
import io.venturi.model.Model;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;

/**
 * Codes as features for other learners: hands them to Tribuo, and measures what they are worth
 * where few rows are labelled.
 *
 * <pre>{@code
 * Features features = venturi.application(Features.class);
 * MutableDataset<Label> data = features.dataset(model, rows, labels);
 * Model<Label> trees = new RandomForestTrainer<>(...).train(data);
 * trees.predict(features.example(model, row)).getOutput();
 * }</pre>
 *
 * <p>Stateless, and safe to use from many threads.
 */
public final class Features {

  @Inject
  Features() {}

  /**
   * Codes with their labels, as Tribuo's learners take them. Label 3 is Tribuo's label {@code "3"};
   * features are named by their numbers, with leading zeros. All codes are in memory.
   *
   * @param codec a trained model, principal components, {@link RawInputs}
   * @param rows (n, inputs)
   * @param labels one a row, from 0 up
   * @throws DataException if the rows have another width than the codec takes, or a value or code
   *     is not finite, or there is not one label a row, or one is below 0
   */
  public MutableDataset<Label> dataset(Codec codec, Dataset rows, int[] labels) {
    DataChecks.requireWidth(rows, codec.inputs(), "the codec");
    LabelChecks.require(rows, labels);
    Dataset codes = codes("the codec", codec, rows);
    return TribuoRows.dataset(rows.name(), codes.toArray(), labels);
  }

  /**
   * The code of one row whose label is not known, for Tribuo's models to predict.
   *
   * @param row (inputs)
   * @throws DataException if it has another width, or a value or code is not finite
   */
  public Example<Label> example(Codec codec, float[] row) {
    Dataset rows = Dataset.of(new float[][] {row});
    DataChecks.requireWidth(rows, codec.inputs(), "the codec");
    float[] code = codes("the codec", codec, rows).toArray()[0];
    return TribuoRows.example(code, TribuoRows.names(code.length));
  }

  /**
   * Measures how well labels are told from features of several kinds by {@link
   * FeatureOptions#learners() learners}. Every contender gets the same labelled rows, and the same
   * choice of settings on labels that are held back. Codecs see no labels; those that were trained
   * may have seen all training rows.
   *
   * <p>Codes of all rows are in memory, in doubles too while logistic regression learns: with raw
   * inputs of 60,000 images of 28 × 28 pixels some 4 GB. The same seed gives the same bits on any
   * number of threads.
   *
   * @param contenders by name, in the order of the result; those that are a {@link Model} are held
   *     against those that are none, such as {@link RawInputs}
   * @param train rows to learn from
   * @param trainLabels one a row, from 0 up
   * @param test rows to measure on, which neither codecs nor learners have seen
   * @param testLabels one a row, from 0 up
   * @throws DataException if there is no contender, or rows have another width than one takes, or a
   *     value or code is not finite, or there is not one label a row, or one is below 0, or all
   *     rows have the same, or there are fewer rows than labels asked for, or a learner gives other
   *     predictions than it was asked for
   */
  public FeatureComparison compare(
      Map<String, ? extends Codec> contenders,
      Dataset train,
      int[] trainLabels,
      Dataset test,
      int[] testLabels,
      FeatureOptions options) {
    check(contenders, train, trainLabels, test, testLabels, options);
    List<List<int[]>> draws = draws(trainLabels, options);
    List<FeatureScore> scores = new ArrayList<>();
    contenders.forEach(
        (name, codec) -> {
          Task task =
              Task.of(codes(name, codec, train), trainLabels, codes(name, codec, test), testLabels);
          for (Learner learner : options.learners()) {
            for (List<int[]> each : draws) {
              FeatureScore score = score(name, task, learner, each, options.seed());
              scores.add(score);
              options.progress().accept(score);
            }
          }
        });
    Set<String> models =
        contenders.entrySet().stream()
            .filter(each -> each.getValue() instanceof Model)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return new FeatureComparison(scores, models);
  }

  private static void check(
      Map<String, ? extends Codec> contenders,
      Dataset train,
      int[] trainLabels,
      Dataset test,
      int[] testLabels,
      FeatureOptions options) {
    if (contenders.isEmpty()) {
      throw new DataException(FeaturesMessage.NO_CONTENDERS);
    }
    contenders.forEach(
        (name, codec) -> {
          DataChecks.requireWidth(train, codec.inputs(), name);
          DataChecks.requireWidth(test, codec.inputs(), name);
        });
    LabelChecks.require(train, trainLabels);
    LabelChecks.require(test, testLabels);
    LabelChecks.requireClasses(train, trainLabels);
    LabelChecks.requireEnough(train, trainLabels, train.size());
    options.labels().forEach(asked -> LabelChecks.requireEnough(train, trainLabels, asked));
  }

  private static Dataset codes(String name, Codec codec, Dataset rows) {
    Dataset codes = Dataset.of("the codes of " + name, codec.encode(rows));
    DataChecks.requireFinite(codes);
    return codes;
  }

  /** For each number of labels the rows that have them; all rows last. */
  private static List<List<int[]>> draws(int[] labels, FeatureOptions options) {
    int[] all = IntStream.range(0, labels.length).toArray();
    Set<Integer> counts = new LinkedHashSet<>(options.labels());
    counts.add(labels.length);
    List<List<int[]>> draws = new ArrayList<>();
    for (int count : counts) {
      long seed = Seeds.of(options.seed(), count);
      draws.add(
          IntStream.range(0, count == labels.length ? 1 : options.draws())
              .mapToObj(draw -> Stratified.draw(labels, all, count, Seeds.of(seed, draw)))
              .toList());
    }
    return draws;
  }

  private static FeatureScore score(
      String name, Task task, Learner learner, List<int[]> draws, long seed) {
    List<Trial.Outcome> outcomes =
        IntStream.range(0, draws.size())
            .parallel()
            .mapToObj(i -> new Trial(task, learner, Seeds.of(seed, i)).run(draws.get(i)))
            .toList();
    return new FeatureScore(name, learner, draws.get(0).length, outcomes);
  }
}
