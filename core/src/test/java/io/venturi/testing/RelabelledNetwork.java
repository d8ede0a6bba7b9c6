package io.venturi.testing;

import io.venturi.kernel.Activation;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Parameters;
import io.venturi.spi.WorkspaceMemory;
import java.util.Map;

/** The network of {@link SmallAutoencoder} under another spec's name, needing other plugins. */
public abstract class RelabelledNetwork
    implements GeneratedNetwork<SmallAutoencoder, SmallAutoencoder_Network.Workspace> {

  private final SmallAutoencoder_Network network = new SmallAutoencoder_Network();
  private final NetworkDescription description;

  protected RelabelledNetwork(NetworkDescription description) {
    this.description = description;
  }

  /**
   * The description for this spec.
   *
   * @param contributions annotations with the artifacts that bring them
   */
  protected static NetworkDescription relabelled(String spec, Map<String, String> contributions) {
    NetworkDescription.Builder builder = NetworkDescription.builder(spec, 6);
    contributions.forEach(builder::contribution);
    for (LayerDescription layer : new SmallAutoencoder_Network.Description().get().layers()) {
      builder.layer(
          layer.section(),
          layer.name(),
          layer.kind(),
          layer.inputs(),
          layer.outputs(),
          layer.attributes());
    }
    return builder.build();
  }

  @Override
  public final NetworkDescription description() {
    return description;
  }

  @Override
  public final Parameters parameters() {
    return network.parameters();
  }

  @Override
  public final Activation outputActivation() {
    return network.outputActivation();
  }

  @Override
  public final SmallAutoencoder_Network.Workspace workspace(WorkspaceMemory memory) {
    return network.workspace(memory);
  }

  @Override
  public final void encode(SmallAutoencoder_Network.Workspace w) {
    network.encode(w);
  }

  @Override
  public final void decode(SmallAutoencoder_Network.Workspace w) {
    network.decode(w);
  }

  @Override
  public final void decodeGradient(SmallAutoencoder_Network.Workspace w) {
    network.decodeGradient(w);
  }

  @Override
  public final void encodeGradient(SmallAutoencoder_Network.Workspace w) {
    network.encodeGradient(w);
  }

  @Override
  public final SmallAutoencoder layers() {
    return network.layers();
  }
}
