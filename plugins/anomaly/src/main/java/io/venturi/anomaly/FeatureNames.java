package io.venturi.anomaly;

import io.venturi.error.DataException;
import java.util.HashSet;
import java.util.List;

/** Names of features, as files of rows and detectors have them. */
final class FeatureNames {

  private FeatureNames() {}

  /** Whether a detector can keep them: one for each feature, on one line each. */
  static boolean fit(List<String> names, int features) {
    return names.size() == features
        && names.stream().noneMatch(name -> name.isEmpty() || name.contains("\n"));
  }

  /**
   * Refuses columns that are the detector's in another order. Others may be named otherwise: a
   * detector's names are for its readers.
   *
   * @param rows what messages call the rows
   * @param columns their names, if they have any
   * @param known the detector's, if it has any
   */
  static void requireOrder(String rows, List<String> columns, List<String> known) {
    if (columns.size() != known.size()
        || columns.equals(known)
        || !new HashSet<>(columns).equals(new HashSet<>(known))) {
      return;
    }
    int first = 0;
    while (columns.get(first).equals(known.get(first))) {
      first++;
    }
    throw new DataException(
        AnomalyMessage.OTHER_ORDER, first, rows, columns.get(first), known.get(first));
  }
}
