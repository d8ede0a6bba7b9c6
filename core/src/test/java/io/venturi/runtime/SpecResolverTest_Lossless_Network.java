package io.venturi.runtime;

import io.venturi.spi.NetworkDescription;
import io.venturi.testing.RelabelledNetwork;
import java.util.Map;
import java.util.function.Supplier;

/** What the processor would write for {@link SpecResolverTest.Lossless}. */
@SuppressWarnings("TypeName")
final class SpecResolverTest_Lossless_Network extends RelabelledNetwork {
  SpecResolverTest_Lossless_Network() {
    super(new Description().get());
  }

  static final class Description implements Supplier<NetworkDescription> {
    @Override
    public NetworkDescription get() {
      return relabelled("io.venturi.runtime.SpecResolverTest$Lossless", Map.of());
    }
  }
}
