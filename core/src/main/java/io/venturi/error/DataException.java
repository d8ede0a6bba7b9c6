package io.venturi.error;

/** Data that cannot be read, or that a model cannot take. Thrown before anything is changed. */
public final class DataException extends VenturiException {

  private static final long serialVersionUID = 1L;

  public DataException(Message kind, Object... facts) {
    super(kind, facts);
  }

  public DataException(Throwable cause, Message kind, Object... facts) {
    super(cause, kind, facts);
  }
}
