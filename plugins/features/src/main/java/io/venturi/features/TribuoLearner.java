package io.venturi.features;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;

/** Trainers of Tribuo, one for each setting. */
final class TribuoLearner implements Learner {

  private final String name;
  private final List<String> settings;
  private final List<LongFunction<? extends Trainer<Label>>> trainers;

  TribuoLearner(
      String name, Map<String, ? extends LongFunction<? extends Trainer<Label>>> settings) {
    if (settings.isEmpty()) {
      throw new DataException(
          Message.HYPERPARAMETER, "the number of settings of " + name, 0, "at least 1");
    }
    this.name = name;
    this.settings = List.copyOf(settings.keySet());
    this.trainers = List.copyOf(settings.values());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> settings() {
    return settings;
  }

  @Override
  public int[][] predict(
      float[][] train, int[] labels, float[][] queries, int[] settings, long seed) {
    MutableDataset<Label> data = TribuoRows.dataset("codes", train, labels);
    int[][] predictions = new int[settings.length][];
    for (int s = 0; s < settings.length; s++) {
      Trainer<Label> trainer = trainers.get(settings[s]).apply(seed);
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

  @Override
  public String toString() {
    return name;
  }
}
