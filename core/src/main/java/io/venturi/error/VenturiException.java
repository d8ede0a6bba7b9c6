package io.venturi.error;

import org.jspecify.annotations.Nullable;

/** The root of Venturi's exceptions; each names what is wrong, where, and what to do. */
public abstract class VenturiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorMessage kind;

  protected VenturiException(ErrorMessage kind, Object... facts) {
    this(null, kind, facts);
  }

  protected VenturiException(@Nullable Throwable cause, ErrorMessage kind, Object... facts) {
    super(kind.with(facts), cause);
    this.kind = kind;
  }

  /** Which message of the catalogue this is. */
  public final ErrorMessage kind() {
    return kind;
  }
}
