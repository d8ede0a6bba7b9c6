package io.venturi.runtime;

import io.venturi.testing.RelabelledNetwork;
import java.util.Map;

/** What the processor would write for {@link SpecResolverTest.Lossless}. */
@SuppressWarnings("TypeName")
final class SpecResolverTest_Lossless_Network extends RelabelledNetwork {
  SpecResolverTest_Lossless_Network() {
    super("io.venturi.runtime.SpecResolverTest$Lossless", Map.of());
  }
}
