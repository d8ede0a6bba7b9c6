package io.venturi.train;

import io.venturi.data.Scaler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trainer was asked for, each setting checked by itself.
 *
 * @param shuffleWindow rows; 0 if nobody said how many
 * @param scaler the one that was set, or that of the model that training continues from
 * @param featureWeights what each feature counts; none if all count alike
 * @param start what training continues from; null for new parameters
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
record TrainingSettings(
    int epochs,
    int batchSize,
    long seed,
    boolean shuffle,
    int shuffleWindow,
    int threads,
    Validation validation,
    Optimizer optimizer,
    Schedule schedule,
    @Nullable GradientClipping clipping,
    @Nullable EarlyStopping earlyStopping,
    TrainingControl control,
    @Nullable Scaler scaler,
    float[] featureWeights,
    @Nullable StartingPoint start,
    List<TrainingListener> listeners) {

  /** Refuses settings that do not go together. */
  void requireSound() {
    Hyperparameters.require(
        earlyStopping == null || !validation.equals(Validation.NONE),
        "earlyStopping",
        "set",
        "used with validation rows: set validationSplit or validation");
  }
}
