package io.venturi.error;

/**
 * Data that cannot be read, or that a model cannot take. Thrown before anything is changed; where a
 * stream fails in the middle of a training, it is the subclass that has the model so far.
 */
public class DataException extends VenturiException {

  private static final long serialVersionUID = 1L;

  public DataException(ErrorMessage kind, Object... facts) {
    super(kind, facts);
  }

  public DataException(Throwable cause, ErrorMessage kind, Object... facts) {
    super(cause, kind, facts);
  }
}
