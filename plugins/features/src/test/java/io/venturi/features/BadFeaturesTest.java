package io.venturi.features;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.features.Clusters.Columns;
import io.venturi.model.Codec;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot be compared is refused before anything is computed. */
class BadFeaturesTest {

  private static final FeatureOptions OPTIONS = FeatureOptions.of(1).labels(12);

  private final Features features = new Features();
  private final Clusters train = Clusters.of("training rows", 60, 1);
  private final Clusters test = Clusters.of("test rows", 30, 2);
  private final Map<String, Codec> good = Map.of("good", new Columns(0, 1));

  @Test
  void labelsOfAnotherLength() {
    refused(
        () -> compare(good, new int[30], OPTIONS),
        "[AE-450] training rows has 60 rows, but 30 labels came with it: give one label a row, in"
            + " their order.");
    refused(
        () ->
            features.compare(good, train.rows(), train.labels(), test.rows(), new int[0], OPTIONS),
        "[AE-450] test rows has 30 rows, but 0 labels came with it: give one label a row, in their"
            + " order.");
    refused(
        () -> features.dataset(new Columns(0), train.rows(), new int[0]),
        "[AE-450] training rows has 60 rows, but 0 labels came with it: give one label a row, in"
            + " their order.");
  }

  @Test
  void rowsWithoutALabel() {
    int[] labels = train.labels().clone();
    labels[17] = -1;
    refused(
        () -> compare(good, labels, OPTIONS),
        "[AE-451] Row 17 of training rows has the label -1, but labels are numbers from 0 up: leave"
            + " rows without a label out.");
    refused(
        () -> features.dataset(new Columns(0), train.rows(), labels),
        "[AE-451] Row 17 of training rows has the label -1, but labels are numbers from 0 up: leave"
            + " rows without a label out.");
  }

  @Test
  void oneClass() {
    refused(
        () -> compare(good, new int[60], OPTIONS),
        "[AE-452] Every row of training rows has the label 0, so there is nothing to tell apart:"
            + " give it rows of two classes or more.");
  }

  @Test
  void fewerRowsThanLabels() {
    refused(
        () -> compare(good, train.labels(), OPTIONS.labels(12, 100)),
        "[AE-453] 100 labels were asked for, but training rows has 60 rows: ask for at most as"
            + " many.");
    refused(
        () -> compare(good, train.labels(), OPTIONS.labels(5)),
        "[AE-454] 5 labels are too few for the 3 classes of training rows, as settings are chosen"
            + " on labels that were held back: ask for 6 or more.");
  }

  @Test
  void modelsOfAnotherWidth() {
    refused(
        () -> compare(Map.of("pixels", RawInputs.of(784)), train.labels(), OPTIONS),
        "[AE-204] training rows has rows of 4 values, but pixels takes 784: check the spec's input"
            + " and the data.");
    refused(
        () -> features.dataset(RawInputs.of(784), train.rows(), train.labels()),
        "[AE-204] training rows has rows of 4 values, but the codec takes 784: check the spec's"
            + " input and the data.");
    refused(
        () -> features.example(RawInputs.of(784), new float[] {1}),
        "[AE-204] the data has rows of 1 values, but the codec takes 784: check the spec's input"
            + " and the data.");
  }

  @Test
  void codesThatAreNoNumbers() {
    Codec broken =
        new Codec() {
          @Override
          public int inputs() {
            return Clusters.WIDTH;
          }

          @Override
          public int codeSize() {
            return 1;
          }

          @Override
          public float[][] encode(float[][] rows) {
            float[][] codes = new float[rows.length][1];
            codes[2][0] = Float.NaN;
            return codes;
          }

          @Override
          public float[][] decode(float[][] codes) {
            throw new UnsupportedOperationException();
          }
        };
    refused(
        () -> compare(Map.of("broken", broken), train.labels(), OPTIONS),
        "[AE-202] Row 2 of the codes of broken, feature 0 is NaN: remove such rows or fill in the"
            + " value; for those that are missing there is @MissingValues.");
  }

  @Test
  void nothingToCompare() {
    refused(
        () -> compare(Map.of(), train.labels(), OPTIONS),
        "[AE-455] There is nothing to compare: name one codec or more.");
    FeatureComparison comparison = compare(good, train.labels(), OPTIONS.draws(1));
    refused(
        () -> comparison.score("bad", Learner.NEAREST_NEIGHBOURS, 12),
        "[AE-456] The comparison has no figure of k-NN on bad with 12 labels: it has those of good"
            + " with 12, 60 labels.");
  }

  @Test
  void settingsThatAreNone() {
    refused(() -> OPTIONS.labels(0), "number of labels", "at least 1");
    refused(() -> OPTIONS.draws(0), "the number of draws", "from 1 to 20");
    refused(() -> OPTIONS.draws(21), "the number of draws", "from 1 to 20");
    refused(
        () ->
            features.dataset(RawInputs.of(1), Dataset.of(new float[][] {{Float.NaN}}), new int[1]),
        "AE-202");
  }

  private FeatureComparison compare(
      Map<String, Codec> contenders, int[] labels, FeatureOptions options) {
    return features.compare(contenders, train.rows(), labels, test.rows(), test.labels(), options);
  }

  private static void refused(ThrowingCallable action, String... message) {
    if (message.length == 1 && message[0].startsWith("[")) {
      assertThatThrownBy(action).isInstanceOf(DataException.class).hasMessage(message[0]);
    } else {
      assertThatThrownBy(action).isInstanceOf(DataException.class).hasMessageContainingAll(message);
    }
  }
}
