package io.venturi.error;

/** A model file that cannot be read or written; nothing is half-loaded. */
public final class ModelFileException extends VenturiException {

  private static final long serialVersionUID = 1L;

  public ModelFileException(ErrorMessage kind, Object... facts) {
    super(kind, facts);
  }

  public ModelFileException(Throwable cause, ErrorMessage kind, Object... facts) {
    super(cause, kind, facts);
  }
}
