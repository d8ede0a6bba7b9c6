package io.venturi.train;

import io.venturi.data.Scaling;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one training and those that validate it, checked.
 *
 * @param train to be trained on
 * @param held to validate with, if any
 * @param scaling what both have been scaled by, if anything
 */
record TrainingRows(RowSource train, @Nullable RowSource held, @Nullable Scaling scaling)
    implements AutoCloseable {

  @Override
  public void close() {
    try (train) {
      if (held != null) {
        held.close();
      }
    }
  }
}
