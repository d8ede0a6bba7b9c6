package io.venturi.restoration;

import io.venturi.model.Codec;
import io.venturi.model.Model;

/** What messages call things. */
final class Names {

  private Names() {}

  static String of(Codec codec) {
    return codec instanceof Model<?> model
        ? model.description().simpleName()
        : codec.getClass().getSimpleName();
  }
}
