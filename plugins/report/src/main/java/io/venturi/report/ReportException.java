package io.venturi.report;

import io.venturi.error.VenturiException;

/** A report or picture that cannot be made or written. */
public final class ReportException extends VenturiException {

  private static final long serialVersionUID = 1L;

  ReportException(ReportMessage kind, Object... facts) {
    super(kind, facts);
  }

  ReportException(Throwable cause, ReportMessage kind, Object... facts) {
    super(cause, kind, facts);
  }
}
