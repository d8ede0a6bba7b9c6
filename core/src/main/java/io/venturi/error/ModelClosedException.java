package io.venturi.error;

/** A model, or one of its layers, that was used after the model was closed. */
public final class ModelClosedException extends VenturiException {

  private static final long serialVersionUID = 1L;

  public ModelClosedException(ErrorMessage kind, Object... facts) {
    super(kind, facts);
  }
}
