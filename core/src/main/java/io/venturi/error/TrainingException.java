package io.venturi.error;

/** Training that cannot start: a setting out of range, a spec without its plugin. */
public final class TrainingException extends VenturiException {

  private static final long serialVersionUID = 1L;

  public TrainingException(ErrorMessage kind, Object... facts) {
    super(kind, facts);
  }

  public TrainingException(Throwable cause, ErrorMessage kind, Object... facts) {
    super(cause, kind, facts);
  }
}
