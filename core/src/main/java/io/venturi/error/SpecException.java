package io.venturi.error;

/**
 * A class that is no spec, a generated network that cannot be found, a layer that is not there; a
 * spec that leaves its width to the data and does not work at the data's.
 */
public final class SpecException extends VenturiException {

  private static final long serialVersionUID = 1L;

  public SpecException(ErrorMessage kind, Object... facts) {
    super(kind, facts);
  }

  public SpecException(Throwable cause, ErrorMessage kind, Object... facts) {
    super(cause, kind, facts);
  }
}
