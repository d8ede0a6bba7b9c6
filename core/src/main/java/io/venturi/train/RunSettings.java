package io.venturi.train;

import io.venturi.data.Scaling;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one training, with what its data has decided.
 *
 * @param asked what the trainer was asked for
 * @param batchSize no larger than the data
 * @param scaling what rows are scaled by, if anything
 */
record RunSettings(TrainingSettings asked, int batchSize, @Nullable Scaling scaling) {

  LearningRate rate() {
    return new LearningRate(asked.schedule(), asked.optimizer().learningRate(), asked.epochs());
  }
}
