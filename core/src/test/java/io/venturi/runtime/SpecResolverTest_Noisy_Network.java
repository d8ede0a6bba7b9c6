package io.venturi.runtime;

import io.venturi.spi.NetworkDescription;
import io.venturi.testing.RelabelledNetwork;
import java.util.Map;
import java.util.function.Supplier;

/** What the processor would write for {@link SpecResolverTest.Noisy}. */
@SuppressWarnings("TypeName")
final class SpecResolverTest_Noisy_Network extends RelabelledNetwork {
  SpecResolverTest_Noisy_Network() {
    super(new Description().get());
  }

  static final class Description implements Supplier<NetworkDescription> {
    @Override
    public NetworkDescription get() {
      return relabelled(
          "io.venturi.runtime.SpecResolverTest$Noisy",
          Map.of("io.venturi.testing.Hum", "io.example:hum"));
    }
  }
}
