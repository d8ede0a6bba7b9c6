package io.venturi.features;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.sgd.AbstractSGDTrainer;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * Tribuo's linear model with a logistic loss. It has no penalty on its weights: that it stops after
 * few epochs, or learns at a lower rate, is what keeps it from learning rows by heart.
 */
final class LogisticRegression {

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

  private LogisticRegression() {}

  static Learner learner() {
    Map<String, LongFunction<Trainer<Label>>> settings = new LinkedHashMap<>();
    for (double rate : RATES) {
      for (int epochs : EPOCHS) {
        settings.put(
            String.format(Locale.ROOT, "rate %s, %d epochs", rate, epochs),
            seed -> trainer(rate, epochs, seed));
      }
    }
    return new TribuoLearner("logistic regression", settings);
  }

  private static Trainer<Label> trainer(double rate, int epochs, long seed) {
    return new LinearSGDTrainer(
        new LogMulticlass(), new AdaGrad(rate, EPSILON), epochs, -1, BATCH, seed);
  }
}
