package io.venturi.train;

/**
 * Ends training when the validation loss has not become better for a while, and goes back to the
 * parameters of the best epoch.
 *
 * @param patience how many epochs without a better loss end training, at least 1
 * @param minDelta by how much a loss must be lower to count as better, at least 0
 */
public record EarlyStopping(int patience, double minDelta) {

  /** Checks the settings. */
  public EarlyStopping {
    Hyperparameters.require(patience >= 1, "the early stopping's patience", patience, "at least 1");
    Hyperparameters.requireNotNegative("the early stopping's minDelta", minDelta);
  }

  /** Any lower loss counts as better. */
  public EarlyStopping(int patience) {
    this(patience, 0);
  }
}
