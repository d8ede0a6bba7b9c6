package io.venturi.generation;

import io.venturi.application.Neighbours;
import io.venturi.application.report.ReportWriter;
import io.venturi.data.Dataset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The generated rows that are nearest to training rows, and those: copies would be among them. */
final class NearestPairs {

  private static final int SHOWN = 12;

  private final float[][] generated;
  private final float[][] trained;
  private final int[] shape;

  private NearestPairs(float[][] generated, float[][] trained, int... shape) {
    this.generated = generated;
    this.trained = trained;
    this.shape = shape;
  }

  static NearestPairs of(Dataset rows, Dataset train, Neighbours nearest) {
    int[] first =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> nearest.squaredDistances()[i][0]))
            .limit(SHOWN)
            .mapToInt(Integer::intValue)
            .toArray();
    float[][] generated = new float[first.length][train.width()];
    float[][] trained = new float[first.length][train.width()];
    for (int i = 0; i < first.length; i++) {
      rows.read(first[i], generated[i], 0);
      train.read(nearest.rows()[first[i]][0], trained[i], 0);
    }
    int[] shape = train.shape();
    return new NearestPairs(generated, trained, RowPictures.isImage(shape) ? shape : new int[0]);
  }

  void writeTo(ReportWriter report) {
    RowPictures.write(
        report,
        "Nearest to training rows",
        "The generated rows that are nearest to a training row, over that row.",
        List.of("generated", "training"),
        new float[][][] {generated, trained},
        shape);
  }
}
