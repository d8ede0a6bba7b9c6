package io.venturi.runtime;

import io.venturi.testing.RelabelledNetwork;
import java.util.Map;

/** What the processor would write for {@link SpecResolverTest.BouncingSpec}. */
@SuppressWarnings("TypeName")
final class SpecResolverTest_BouncingSpec_Network extends RelabelledNetwork {
  SpecResolverTest_BouncingSpec_Network() {
    super(
        "io.venturi.runtime.SpecResolverTest$BouncingSpec",
        Map.of(
            "io.venturi.testing.Squared",
            "io.example:squared",
            "io.venturi.runtime.SpecResolverTest$Bouncing",
            "io.example:bouncing"));
  }
}
