package io.venturi.anomaly;

import io.venturi.data.CheckedRows;
import io.venturi.data.RowStream;
import io.venturi.data.ValueRange;
import io.venturi.model.Model;
import io.venturi.model.ScoreConsumer;
import java.util.List;

/** Scores rows that may be more than fit into memory, block by block. */
final class StreamScoring {

  private StreamScoring() {}

  static long score(
      Scorer scorer, List<String> featureNames, RowStream rows, ScoreConsumer scores) {
    Model<?> model = scorer.pass().model();
    int width = model.inputs();
    int most = scorer.pass().blockRows();
    float[] values = new float[most * width];
    long done = 0;
    try (CheckedRows reading =
        new CheckedRows(
            rows.name(),
            rows,
            model.description().simpleName(),
            width,
            ValueRange.FINITE.withGaps(model.gaps().allowed()),
            model.scaling().orElse(null))) {
      FeatureNames.requireOrder(rows.name(), reading.featureNames(), featureNames);
      int count = most;
      while (count == most) {
        count = fill(reading, values, most, width);
        double[] block =
            count == 0 ? new double[0] : scorer.scores(values, count, done, rows.name());
        for (int r = 0; r < count; r++) {
          scores.accept(done + r, block[r]);
        }
        done += count;
      }
    }
    return done;
  }

  /** Whole blocks but for the last, however few rows the stream gives at a time. */
  private static int fill(CheckedRows reading, float[] values, int most, int width) {
    int filled = 0;
    int count = 1;
    while (filled < most && count > 0) {
      count = reading.read(values, filled * width, most - filled);
      filled += count;
    }
    return filled;
  }
}
