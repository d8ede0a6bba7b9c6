package io.venturi.train;

import io.venturi.data.Scaling;
import io.venturi.kernel.Backend;
import io.venturi.model.Provenance;
import io.venturi.train.History.Ending;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model's provenance says of its training. */
final class TrainingFacts {

  private TrainingFacts() {}

  static Provenance of(
      Trainer.Settings settings,
      ShardPlan plan,
      RowSource data,
      List<EpochMetrics> epochs,
      Ending ending,
      int keptEpoch,
      int keptSteps) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("seed", Long.toString(settings.seed()));
    facts.put("epochs", Integer.toString(settings.epochs()));
    facts.put("epochsCompleted", Integer.toString(epochs.size()));
    facts.put("batchSize", Integer.toString(settings.batchSize()));
    facts.put("shardRows", Integer.toString(plan.shardRows()));
    facts.put("shuffle", Boolean.toString(settings.shuffle()));
    facts.put("optimizer", settings.optimizer().toString());
    facts.put("schedule", NamedSchedule.nameOf(settings.rate().schedule()));
    if (!settings.validation().isEmpty()) {
      facts.put("validation", settings.validation());
    }
    EarlyStopping stopping = settings.earlyStopping();
    if (stopping != null) {
      facts.put("earlyStopping", stopping.toString());
    }
    facts.put("ending", ending.name());
    facts.put("keptEpoch", Integer.toString(keptEpoch));
    facts.put("keptSteps", Integer.toString(keptSteps));
    GradientClipping clipping = settings.clipping();
    if (clipping != null) {
      facts.put("clipping", clipping.toString());
    }
    Scaling scaling = settings.scaling();
    if (scaling != null) {
      facts.put("scaler", scaling.name());
    }
    if (settings.featureWeights().length > 0) {
      facts.put("featureWeights", Arrays.toString(settings.featureWeights()));
    }
    facts.putAll(settings.origin());
    facts.put("data", data.name());
    data.rows().ifPresent(rows -> facts.put("rows", Long.toString(rows)));
    facts.putAll(data.facts());
    facts.put("backend", Backend.describe().toString());
    if (!epochs.isEmpty()) {
      EpochMetrics last = epochs.get(epochs.size() - 1);
      facts.put("loss", Double.toString(last.loss()));
      last.validationLoss().ifPresent(loss -> facts.put("validationLoss", Double.toString(loss)));
    }
    return new Provenance(facts);
  }
}
