package io.venturi.runtime;

import io.venturi.spi.NetworkDescription;
import io.venturi.testing.RelabelledNetwork;
import java.util.Map;
import java.util.function.Supplier;

/** What the processor would write for {@link SpecResolverTest.BouncingSpec}. */
@SuppressWarnings("TypeName")
final class SpecResolverTest_BouncingSpec_Network extends RelabelledNetwork {
  SpecResolverTest_BouncingSpec_Network() {
    super(new Description().get());
  }

  static final class Description implements Supplier<NetworkDescription> {
    @Override
    public NetworkDescription get() {
      return relabelled(
          "io.venturi.runtime.SpecResolverTest$BouncingSpec",
          Map.of(
              "io.venturi.testing.Squared",
              "io.example:squared",
              "io.venturi.runtime.SpecResolverTest$Bouncing",
              "io.example:bouncing"));
    }
  }
}
