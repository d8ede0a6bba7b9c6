package io.venturi.runtime;

import io.venturi.spi.NetworkDescription;
import io.venturi.testing.RelabelledNetwork;
import java.util.Map;
import java.util.function.Supplier;

/** Stands for a network that was compiled against another Venturi. */
@SuppressWarnings("TypeName")
final class SpecResolverTest_Failing_Network extends RelabelledNetwork {
  SpecResolverTest_Failing_Network() {
    super(new Description().get());
    throw new IllegalStateException("broken");
  }

  static final class Description implements Supplier<NetworkDescription> {
    @Override
    public NetworkDescription get() {
      return relabelled("io.venturi.runtime.SpecResolverTest$Failing", Map.of());
    }
  }
}
