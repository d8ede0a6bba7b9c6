package io.venturi.features;

import io.venturi.error.DataException;
import io.venturi.kernel.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One learner on one draw of labelled rows. Its settings are chosen on labels of that draw alone:
 * labels that choose are labels, too (Oliver et al., Realistic Evaluation of Deep Semi-Supervised
 * Learning Algorithms, 2018). Up to 1,000 rows take part in turn, a fifth held back each time; of
 * more, up to 10,000 of them, one fifth is held back once.
 */
final class Trial {

  private static final List<Preparation> PREPARATIONS = List.of(Preparation.values());
  private static final int PARTS = 5;
  private static final int MOST_IN_TURN = 1_000;
  private static final int MOST_TO_CHOOSE_ON = 10_000;

  private final Task task;
  private final Learner learner;
  private final List<String> settings;
  private final long seed;

  Trial(Task task, Learner learner, long seed) {
    this.task = task;
    this.learner = learner;
    this.settings = learner.settings();
    this.seed = seed;
  }

  /**
   * What came of it.
   *
   * @param settings that were chosen
   * @param validation the share of rows held back that they told rightly
   * @param right which test rows they told rightly
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Outcome(String settings, double validation, boolean[] right) {}

  /** Chooses settings on these rows, class by class, then learns from them all. */
  Outcome run(int[] labelled) {
    int[] rows =
        labelled.length <= MOST_TO_CHOOSE_ON
            ? labelled
            : Stratified.draw(
                task.trainLabels(), labelled, MOST_TO_CHOOSE_ON, Seeds.of(seed, PARTS));
    int folds = Math.min(PARTS, rows.length); // Of fewer rows each is held back once.
    int parts = rows.length <= MOST_IN_TURN ? folds : 1;
    double[][] rates =
        IntStream.range(0, PREPARATIONS.size() * parts)
            .parallel()
            .mapToObj(i -> validate(PREPARATIONS.get(i / parts), rows, i % parts, folds))
            .toArray(double[][]::new);
    double best = -1;
    int choice = 0;
    for (int i = 0; i < PREPARATIONS.size() * settings.size(); i++) {
      double mean = 0;
      for (int part = 0; part < parts; part++) {
        mean += rates[i / settings.size() * parts + part][i % settings.size()];
      }
      mean /= parts;
      if (mean > best) {
        best = mean;
        choice = i;
      }
    }
    Preparation preparation = PREPARATIONS.get(choice / settings.size());
    int setting = choice % settings.size();
    return new Outcome(
        settings.get(setting) + ", " + preparation, best, test(labelled, preparation, setting));
  }

  /** The share of the rows of one part that each setting tells rightly, learnt from the others. */
  private double[] validate(Preparation preparation, int[] rows, int part, int folds) {
    int[] held = IntStream.range(0, rows.length).filter(i -> i % folds == part).toArray();
    int[] kept = IntStream.range(0, rows.length).filter(i -> i % folds != part).toArray();
    int[] heldRows = IntStream.of(held).map(i -> rows[i]).toArray();
    int[] keptRows = IntStream.of(kept).map(i -> rows[i]).toArray();
    int[][] predictions =
        predict(
            task.rows(preparation, keptRows),
            task.labels(keptRows),
            task.rows(preparation, heldRows),
            IntStream.range(0, settings.size()).toArray(),
            Seeds.of(seed, part));
    int[] labels = task.labels(heldRows);
    double[] rates = new double[predictions.length];
    for (int s = 0; s < rates.length; s++) {
      for (int i = 0; i < labels.length; i++) {
        rates[s] += predictions[s][i] == labels[i] ? 1 : 0;
      }
      rates[s] /= labels.length;
    }
    return rates;
  }

  private boolean[] test(int[] labelled, Preparation preparation, int setting) {
    int[] predictions =
        predict(
            task.rows(preparation, labelled),
            task.labels(labelled),
            task.queries(preparation),
            new int[] {setting},
            seed)[0];
    boolean[] right = new boolean[predictions.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = predictions[i] == task.testLabels()[i];
    }
    return right;
  }

  private int[][] predict(
      float[][] train, int[] labels, float[][] queries, int[] chosen, long stream) {
    int[][] predictions = learner.predict(train, labels, queries, chosen, stream);
    if (predictions.length != chosen.length
        || !Arrays.stream(predictions).allMatch(each -> each.length == queries.length)) {
      throw new DataException(
          FeaturesMessage.PREDICTIONS, learner.name(), chosen.length, queries.length);
    }
    return predictions;
  }
}
