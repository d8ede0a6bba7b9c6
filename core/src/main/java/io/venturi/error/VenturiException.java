package io.venturi.error;

import org.jspecify.annotations.Nullable;

/** The root of Venturi's exceptions; each names what is wrong, where, and what to do. */
public abstract class VenturiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Message kind;

  protected VenturiException(Message kind, Object... facts) {
    this(null, kind, facts);
  }

  protected VenturiException(@Nullable Throwable cause, Message kind, Object... facts) {
    super(kind.with(facts), cause);
    this.kind = kind;
  }

  /** Which message of the catalogue this is. */
  public final Message kind() {
    return kind;
  }
}
