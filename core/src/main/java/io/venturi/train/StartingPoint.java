package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.data.Scaler;
import io.venturi.data.Scaling;
import io.venturi.model.Model;
import io.venturi.spi.Network;
import io.venturi.spi.Parameters;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a training goes on from: a copy of what a model has learned, so that the model may be
 * closed.
 *
 * @param inputs values of a row
 * @param values the parameters, flat
 * @param state the running statistics, flat
 * @param scaling the model's scaler, if it has one
 * @param facts for the provenance of what is trained from here
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
record StartingPoint(
    int inputs,
    float[] values,
    float[] state,
    @Nullable Scaling scaling,
    Map<String, String> facts) {

  private static final String EPOCHS_BEFORE = "epochsBefore";
  private static final String STEPS_BEFORE = "stepsBefore";

  /**
   * Copies a model.
   *
   * @param room a new network of the spec to be trained, which is compared with the model and freed
   * @throws io.venturi.error.TrainingException if its layers are others than the model's
   */
  static StartingPoint of(Model<?> model, Network<?> room) {
    Map<String, String> source = model.provenance().facts();
    Map<String, String> facts = new TreeMap<>();
    facts.put("continuedFrom", model.fingerprint());
    long epochs = sum(source, "keptEpoch", EPOCHS_BEFORE);
    if (epochs >= 0) {
      facts.put(EPOCHS_BEFORE, Long.toString(epochs));
    }
    long steps = sum(source, "keptSteps", STEPS_BEFORE);
    if (steps > 0) {
      facts.put(STEPS_BEFORE, Long.toString(steps));
    }
    try (Parameters copy = room.parameters()) {
      model.copyInto(room);
      return new StartingPoint(
          model.description().inputs(),
          copy.values().toArray(),
          copy.state().toArray(),
          model.scaling().orElse(null),
          facts);
    }
  }

  /** What the model's own training did and what was done before it; -1 if it does not say. */
  private static long sum(Map<String, String> facts, String own, String before) {
    String first = facts.getOrDefault(own, "");
    String second = facts.getOrDefault(before, "0");
    return isNumber(first) && isNumber(second)
        ? Long.parseLong(first) + Long.parseLong(second)
        : -1;
  }

  /** Provenance may say anything: it may be a stranger's. */
  private static boolean isNumber(String text) {
    return text.matches("[0-9]{1,15}");
  }

  void copyInto(Parameters parameters) {
    parameters.values().write(0, values, values.length);
    parameters.state().write(0, state, state.length);
  }

  /** The model's scaler, as one that has nothing to learn. */
  @Nullable Scaler scaler() {
    return scaling == null ? null : new Kept(scaling);
  }

  /** A scaler that was fitted before. */
  record Kept(Scaling scaling) implements Scaler {

    @Override
    public Scaling fit(Dataset rows) {
      return scaling;
    }

    @Override
    public RunningFit start(String name, int width) {
      throw new IllegalStateException("this scaler has nothing to learn");
    }

    @Override
    public String toString() {
      return scaling.name();
    }
  }
}
