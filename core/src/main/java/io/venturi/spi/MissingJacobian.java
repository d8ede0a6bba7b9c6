package io.venturi.spi;

import io.venturi.error.Message;
import io.venturi.error.SpecException;
import java.util.List;

/** Says why a network does not give its encoder's Jacobian. */
final class MissingJacobian {

  private MissingJacobian() {}

  static SpecException of(Network<?> network) {
    NetworkDescription description = network.description();
    List<LayerDescription> layers = description.layers();
    for (int i = 0; i < layers.size(); i++) {
      LayerDescription layer = layers.get(i);
      if (layer.section() != Section.DECODER
          && !(network.parameters().kernels().get(i) instanceof JacobianKernel)) {
        return new SpecException(
            Message.NO_JACOBIAN,
            description.simpleName(),
            "layer "
                + layer.name()
                + ", a @"
                + NetworkDescription.simpleName(layer.kind())
                + ", has no derivative to offer: use others in the encoder");
      }
    }
    return new SpecException(
        Message.NO_JACOBIAN,
        description.simpleName(),
        "its generated class has no passes for it: compile the spec again");
  }
}
