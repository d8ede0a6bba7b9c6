package io.venturi.processor.internal.diagnostics;

import io.venturi.processor.internal.ir.Origin;

/** One thing that is wrong, in words, and where. */
public record Problem(Message message, Origin origin, String text) {

  /** The message about these facts. */
  public static Problem of(Message message, Origin origin, Object... facts) {
    return new Problem(message, origin, message.with(facts));
  }
}
