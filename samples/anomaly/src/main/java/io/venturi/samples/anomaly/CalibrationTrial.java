package io.venturi.samples.anomaly;

import io.venturi.anomaly.AnomalyDetection;
import io.venturi.anomaly.Calibration;
import io.venturi.anomaly.Detector;
import io.venturi.anomaly.Threshold;
import io.venturi.application.Interval;
import io.venturi.data.Dataset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Counts how often normal rows that nobody has seen are called anomalies. */
final class CalibrationTrial {

  private static final int LEAST_NORMALS = 500;
  private static final int SPLITS = 20;
  private static final double RATE = 0.01;
  private static final double CONFIDENCE = 0.95;

  private final AnomalyDetection detection;
  private final long seed;

  CalibrationTrial(AnomalyDetection detection, long seed) {
    this.detection = detection;
    this.seed = seed;
  }

  int run(List<LabelledTable> tables) {
    int tried = 0;
    int within = 0;
    for (LabelledTable table : tables) {
      if (table.normals().length < LEAST_NORMALS) {
        System.err.printf("%s has fewer than %d normal rows%n", table.name(), LEAST_NORMALS);
        continue;
      }
      tried++;
      within += isWithin(table) ? 1 : 0;
    }
    System.out.printf("anomaly: %d of %d sets within their intervals%n", within, tried);
    return 0;
  }

  private boolean isWithin(LabelledTable table) {
    long alarms = 0;
    long rows = 0;
    Interval interval = new Interval(0, 0);
    for (int i = 0; i < SPLITS; i++) {
      LabelledTable.Parts parts = table.split(seed + i);
      int[] labels = parts.testLabels();
      Dataset unseen =
          parts
              .test()
              .select(IntStream.range(0, labels.length).filter(r -> labels[r] == 0).toArray());
      Detector<TableAutoencoder> detector =
          detection
              .fitting(TableAutoencoder.class)
              .seed(seed + i)
              .fit(parts.train())
              .withThreshold(Threshold.falsePositiveRate(RATE));
      double threshold = detector.threshold().orElseThrow();
      for (double score : detector.score(unseen)) {
        alarms += score > threshold ? 1 : 0;
      }
      rows += unseen.size();
      Calibration calibration = detector.calibration();
      interval = calibration.falsePositives(RATE, unseen.size()).interval(CONFIDENCE, SPLITS);
    }
    boolean isWithin = interval.contains((double) alarms);
    System.out.printf(
        Locale.ROOT,
        "anomaly: %s false positives %.4f of %d unseen normal rows, 95 %% interval %.4f to %.4f: %s%n",
        table.name(),
        (double) alarms / rows,
        rows,
        interval.low() / rows,
        interval.high() / rows,
        isWithin ? "within" : "outside");
    return isWithin;
  }
}
