package io.venturi.all.guide;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import io.venturi.train.EarlyStopping;
import io.venturi.train.Schedules;
import io.venturi.train.Training;
import java.nio.file.Path;
import java.util.Random;

/** Trains, saves, loads, and scores. */
public final class SensorsApp {

  private SensorsApp() {}

  public static void main(String[] args) {
    Path file = Path.of(args.length > 0 ? args[0] : "sensors.venturi");
    float[][] rows = readings(2000, new Random(1));

    Venturi venturi = Venturi.create();
    Training<Sensors> run =
        venturi
            .trainer(Sensors.class)
            .epochs(200)
            .batchSize(64)
            .optimizer(new Adam(3e-3))
            .schedule(Schedules.cosine(0.05))
            .validationSplit(0.2)
            .earlyStopping(new EarlyStopping(20))
            .seed(42)
            .fit(Dataset.of(rows));
    Model<Sensors> model = run.model();
    model.save(file);

    Model<Sensors> again = venturi.load(file, Sensors.class);
    float[][] codes = again.encode(rows); // (2000, 12) -> (2000, 3)
    float[][] reconstructions = again.reconstruct(rows); // (2000, 12)
    float[][] weights = again.layers().narrow().weights(); // (12, 8)
    System.out.printf(
        "%d epochs, %d codes of %d, first error %.4f, %d x %d weights%n",
        run.history().epochs().size(),
        codes.length,
        codes[0].length,
        squaredError(rows[0], reconstructions[0]),
        weights.length,
        weights[0].length);
  }

  /** Twelve readings that follow from three causes, and some noise. */
  private static float[][] readings(int n, Random random) {
    float[][] rows = new float[n][12];
    for (float[] row : rows) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      double c = random.nextGaussian();
      for (int i = 0; i < 12; i++) {
        double cause = Math.sin(a + i) + b * Math.cos(i) + 0.3 * c * c;
        row[i] = (float) (cause + 0.05 * random.nextGaussian());
      }
    }
    return rows;
  }

  private static double squaredError(float[] row, float[] reconstruction) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += Math.pow(row[i] - reconstruction[i], 2);
    }
    return sum / row.length;
  }
}
