package io.venturi.train;

import io.venturi.data.Scaling;
import io.venturi.kernel.Backend;
import io.venturi.model.Provenance;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model's provenance says of its training. */
final class TrainingFacts {

  private TrainingFacts() {}

  static Provenance of(RunSettings settings, ShardPlan plan, RowSource data, History history) {
    List<EpochMetrics> epochs = history.epochs();
    TrainingSettings asked = settings.asked();
    Map<String, String> facts = new TreeMap<>();
    facts.put("seed", Long.toString(asked.seed()));
    facts.put("epochs", Integer.toString(asked.epochs()));
    facts.put("epochsCompleted", Integer.toString(epochs.size()));
    facts.put("batchSize", Integer.toString(settings.batchSize()));
    facts.put("shardRows", Integer.toString(plan.shardRows()));
    facts.put("shuffle", Boolean.toString(asked.shuffle()));
    facts.put("optimizer", asked.optimizer().toString());
    facts.put("schedule", NamedSchedule.nameOf(asked.schedule()));
    String validation = asked.validation().describe();
    if (!validation.isEmpty()) {
      facts.put("validation", validation);
    }
    EarlyStopping stopping = asked.earlyStopping();
    if (stopping != null) {
      facts.put("earlyStopping", stopping.toString());
    }
    facts.put("ending", history.ending().name());
    facts.put("keptEpoch", Integer.toString(history.keptEpoch()));
    facts.put("keptSteps", Integer.toString(history.keptSteps()));
    GradientClipping clipping = asked.clipping();
    if (clipping != null) {
      facts.put("clipping", clipping.toString());
    }
    Scaling scaling = settings.scaling();
    if (scaling != null) {
      facts.put("scaler", scaling.name());
    }
    if (asked.featureWeights().length > 0) {
      facts.put("featureWeights", Arrays.toString(asked.featureWeights()));
    }
    StartingPoint start = asked.start();
    if (start != null) {
      facts.putAll(start.facts());
    }
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
