package io.venturi.model;

import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import io.venturi.testing.RelabelledNetwork;
import io.venturi.testing.SmallAutoencoder_Network;
import java.util.function.IntFunction;

/** A network whose width comes from data, as far as it can be made: 6 is all that it allocates. */
@SuppressWarnings("TypeName") // The processor's name for it.
final class HostileModelFileTest_Table_Network extends RelabelledNetwork {

  HostileModelFileTest_Table_Network(int inputWidth) {
    super(new Description().apply(inputWidth));
    if (inputWidth != 6) {
      throw new AssertionError("this would have allocated a network for " + inputWidth);
    }
  }

  static final class Description implements IntFunction<NetworkDescription> {
    @Override
    public NetworkDescription apply(int inputWidth) {
      NetworkDescription.Builder builder =
          NetworkDescription.builder("io.venturi.model.HostileModelFileTest$Table", inputWidth);
      for (LayerDescription layer : new SmallAutoencoder_Network.Description().get().layers()) {
        builder.layer(
            layer.section(),
            layer.name(),
            layer.kind(),
            layer.inputs() == 6 ? inputWidth : layer.inputs(),
            layer.outputs() == 6 ? inputWidth : layer.outputs(),
            layer.attributes());
      }
      return builder.build();
    }
  }
}
