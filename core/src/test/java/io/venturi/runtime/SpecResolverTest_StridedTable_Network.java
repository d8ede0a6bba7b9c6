package io.venturi.runtime;

import io.venturi.spi.NetworkDescription;
import io.venturi.testing.RelabelledNetwork;
import java.util.function.IntFunction;

/** The same where the width comes from data. */
@SuppressWarnings("TypeName")
final class SpecResolverTest_StridedTable_Network extends RelabelledNetwork {
  SpecResolverTest_StridedTable_Network(int inputWidth) {
    super(new Description().apply(inputWidth));
    throw new NoClassDefFoundError("io/example/StridedKernel");
  }

  static final class Description implements IntFunction<NetworkDescription> {
    @Override
    public NetworkDescription apply(int inputWidth) {
      return new SpecResolverTest_Strided_Network.Description().get();
    }
  }
}
