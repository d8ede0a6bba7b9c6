package io.venturi.runtime;

import io.venturi.testing.RelabelledNetwork;
import java.util.Map;

/** What the processor would write for {@link SpecResolverTest.Forgotten}. */
@SuppressWarnings("TypeName")
final class SpecResolverTest_Forgotten_Network extends RelabelledNetwork {
  SpecResolverTest_Forgotten_Network() {
    super(
        "io.venturi.runtime.SpecResolverTest$Forgotten",
        Map.of("io.example.Huber", "io.example:huber"));
  }
}
