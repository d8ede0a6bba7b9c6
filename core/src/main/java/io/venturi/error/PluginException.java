package io.venturi.error;

/** A plugin that is missing, does not load, or contributes what another one does. */
public final class PluginException extends VenturiException {

  private static final long serialVersionUID = 1L;

  public PluginException(ErrorMessage kind, Object... facts) {
    super(kind, facts);
  }

  public PluginException(Throwable cause, ErrorMessage kind, Object... facts) {
    super(cause, kind, facts);
  }
}
