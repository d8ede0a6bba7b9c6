package io.venturi.reduction;

import io.venturi.model.Model;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What it took to get there, on this machine or the one that the model was trained on.
 *
 * @param passes how often the model's training went through which rows, from its provenance, such
 *     as {@code 30 epochs of 60000 rows}; empty if that does not say
 * @param trainingSeconds how long that took; empty if nobody has said
 * @param pcaSeconds how long fitting PCA took
 */
public record TrainingCost(String passes, OptionalDouble trainingSeconds, double pcaSeconds) {

  static TrainingCost of(Model<?> model, OptionalDouble trainingSeconds, double pcaSeconds) {
    Map<String, String> facts = model.provenance().facts();
    String epochs = facts.get("epochsCompleted");
    String rows = facts.get("rows");
    return new TrainingCost(
        epochs == null || rows == null ? "" : epochs + " epochs of " + rows + " rows",
        trainingSeconds,
        pcaSeconds);
  }

  /** The model's in words, empty if nothing is known. */
  String ofModel() {
    String time =
        trainingSeconds.isPresent()
            ? String.format(Locale.ROOT, "%.1f s", trainingSeconds.getAsDouble())
            : "";
    return passes.isEmpty() || time.isEmpty() ? passes + time : time + " (" + passes + ")";
  }

  /** PCA's in words. */
  String ofPca() {
    return String.format(Locale.ROOT, pcaSeconds < 1 ? "%.2f s" : "%.1f s", pcaSeconds);
  }
}
