package io.venturi.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.sgd.AbstractSGDTrainer;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * Tribuo's linear model with a logistic loss. It has no penalty on its weights: that it stops after
 * few epochs, or learns at a lower rate, is what keeps it from learning rows by heart.
 */
final class LogisticRegression implements Classifier {

  private static final double[] RATES = {0.1, 0.01};
  private static final int[] EPOCHS = {5, 20};
  private static final int BATCH = 10;
  private static final double EPSILON = 1e-6;

  /** Kept, since a logger that nobody holds forgets its level. */
  private static final Logger TRIBUO = Logger.getLogger(AbstractSGDTrainer.class.getName());

  static {
    // A line for each training would be hundreds; whoever has set a level keeps it.
    if (TRIBUO.getLevel() == null) {
      TRIBUO.setLevel(Level.WARNING);
    }
  }

  @Override
  public List<String> settings() {
    List<String> settings = new ArrayList<>();
    for (double rate : RATES) {
      for (int epochs : EPOCHS) {
        settings.add(String.format(Locale.ROOT, "rate %s, %d epochs", rate, epochs));
      }
    }
    return settings;
  }

  @Override
  public int[][] predict(
      float[][] train, int[] labels, float[][] queries, int[] settings, long seed) {
    MutableDataset<Label> data = TribuoRows.dataset("codes", train, labels);
    int[][] predictions = new int[settings.length][];
    for (int s = 0; s < settings.length; s++) {
      double rate = RATES[settings[s] / EPOCHS.length];
      int epochs = EPOCHS[settings[s] % EPOCHS.length];
      // One for each training: a trainer counts its trainings, and its seed moves on with them.
      LinearSGDTrainer trainer =
          new LinearSGDTrainer(
              new LogMulticlass(), new AdaGrad(rate, EPSILON), epochs, -1, BATCH, seed);
      predictions[s] = labels(trainer.train(data), queries);
    }
    return predictions;
  }

  private static int[] labels(Model<Label> model, float[][] queries) {
    String[] names = TribuoRows.names(queries[0].length);
    int[] labels = new int[queries.length];
    for (int i = 0; i < labels.length; i++) {
      Label label = model.predict(TribuoRows.example(queries[i], names)).getOutput();
      labels[i] = Integer.parseInt(label.getLabel());
    }
    return labels;
  }
}
