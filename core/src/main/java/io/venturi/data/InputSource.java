package io.venturi.data;

import java.io.IOException;
import java.io.InputStream;

/** Where bytes come from, as often as they are asked for. */
@FunctionalInterface
public interface InputSource {

  /** A new stream of all the bytes, from the first on; who asks closes it. */
  InputStream open() throws IOException;
}
