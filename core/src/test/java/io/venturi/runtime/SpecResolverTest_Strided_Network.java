package io.venturi.runtime;

import io.venturi.spi.NetworkDescription;
import io.venturi.testing.RelabelledNetwork;
import java.util.Map;
import java.util.function.Supplier;

/** A network with a layer whose plugin, and with it the kernel, is not on the class path. */
@SuppressWarnings("TypeName")
final class SpecResolverTest_Strided_Network extends RelabelledNetwork {
  SpecResolverTest_Strided_Network() {
    super(new Description().get());
    throw new NoClassDefFoundError("io/example/StridedKernel");
  }

  static final class Description implements Supplier<NetworkDescription> {
    @Override
    public NetworkDescription get() {
      NetworkDescription dense =
          relabelled(
              "io.venturi.runtime.SpecResolverTest$Strided",
              Map.of("io.example.Stride", "io.example:strided"));
      NetworkDescription.Builder builder =
          NetworkDescription.builder(dense.spec(), 6)
              .contribution("io.example.Stride", "io.example:strided");
      dense
          .layers()
          .forEach(
              layer ->
                  builder.layer(
                      layer.section(),
                      layer.name(),
                      "io.example.Stride",
                      layer.inputs(),
                      layer.outputs(),
                      Map.of()));
      return builder.build();
    }
  }
}
