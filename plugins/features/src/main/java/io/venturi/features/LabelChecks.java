package io.venturi.features;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import java.util.Arrays;

/** What is checked of labels before anything is computed. */
final class LabelChecks {

  private LabelChecks() {}

  /** One a row, from 0 up. */
  static void require(Dataset data, int[] labels) {
    if (labels.length != data.size()) {
      throw new DataException(FeaturesMessage.LABEL_COUNT, data.name(), data.size(), labels.length);
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        throw new DataException(FeaturesMessage.UNLABELLED, i, data.name(), labels[i]);
      }
    }
  }

  /** Two classes or more. */
  static void requireClasses(Dataset data, int[] labels) {
    if (Arrays.stream(labels).allMatch(label -> label == labels[0])) {
      throw new DataException(FeaturesMessage.ONE_CLASS, data.name(), labels[0]);
    }
  }

  /** As many labels as are asked for, and some of each class to hold back. */
  static void requireEnough(Dataset data, int[] labels, int asked) {
    if (asked > labels.length) {
      throw new DataException(FeaturesMessage.TOO_FEW_ROWS, asked, data.name(), labels.length);
    }
    int classes = (int) Arrays.stream(labels).distinct().count();
    if (asked < 2 * classes) {
      throw new DataException(
          FeaturesMessage.TOO_FEW_LABELS, asked, classes, data.name(), 2 * classes);
    }
  }
}
