package io.venturi.testing;

import io.venturi.annotation.Codomain;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.Activation;
import io.venturi.model.SpecBinding;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.Loss;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Parameters;
import io.venturi.spi.WorkspaceMemory;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Bindings of specs for trainers, without the run time that looks plugins up. */
public final class TestSpec {

  @Codomain
  private static final class Anything {}

  @Codomain(min = 0, max = 1)
  private static final class UnitInterval {}

  @Codomain(min = 0, max = 1, minExclusive = true, maxExclusive = true)
  private static final class OpenUnitInterval {}

  private TestSpec() {}

  /** {@link SmallAutoencoder} with the squared loss and these types. */
  public static SpecBinding<SmallAutoencoder> small(AutoencoderType... types) {
    return new SpecBinding<>(
        SmallAutoencoder.class,
        SmallAutoencoder_Network::new,
        new SquaredLoss(),
        "Squared",
        anything(),
        List.of(types),
        List.of());
  }

  /** {@link SmallAutoencoder} with a loss that takes data in [0, 1] alone. */
  public static SpecBinding<SmallAutoencoder> smallInUnitInterval() {
    return new SpecBinding<>(
        SmallAutoencoder.class,
        SmallAutoencoder_Network::new,
        new SquaredLoss(),
        "UnitLoss",
        Objects.requireNonNull(UnitInterval.class.getAnnotation(Codomain.class)),
        List.of(),
        List.of());
  }

  /**
   * The same spec as {@link #small} with a loss that takes data between 0 and 1, neither included.
   */
  public static SpecBinding<SmallAutoencoder> smallInOpenUnitInterval() {
    SpecBinding<SmallAutoencoder> closed = smallInUnitInterval();
    return new SpecBinding<>(
        closed.spec(),
        closed.network(),
        closed.loss(),
        closed.lossName(),
        Objects.requireNonNull(OpenUnitInterval.class.getAnnotation(Codomain.class)),
        closed.types(),
        closed.annotations());
  }

  /** Any network, with this loss and these types. */
  public static SpecBinding<Object> of(
      Supplier<AssembledNetwork> network, Loss loss, AutoencoderType... types) {
    return new SpecBinding<>(
        Object.class,
        () -> withParametersOf(loss, network.get()),
        loss,
        "Squared",
        anything(),
        List.of(types),
        List.of());
  }

  private static AsGenerated withParametersOf(Loss loss, AssembledNetwork network) {
    network.parameters().addLoss(loss.parameters(network.description().inputs()));
    return new AsGenerated(network);
  }

  private static Codomain anything() {
    return Objects.requireNonNull(Anything.class.getAnnotation(Codomain.class));
  }

  private record AsGenerated(AssembledNetwork network)
      implements GeneratedNetwork<Object, AssembledNetwork.Workspace> {

    @Override
    public Object layers() {
      return network;
    }

    @Override
    public NetworkDescription description() {
      return network.description();
    }

    @Override
    public Parameters parameters() {
      return network.parameters();
    }

    @Override
    public Activation outputActivation() {
      return network.outputActivation();
    }

    @Override
    public AssembledNetwork.Workspace workspace(WorkspaceMemory memory) {
      return network.workspace(memory);
    }

    @Override
    public void encode(AssembledNetwork.Workspace w) {
      network.encode(w);
    }

    @Override
    public void decode(AssembledNetwork.Workspace w) {
      network.decode(w);
    }

    @Override
    public void decodeGradient(AssembledNetwork.Workspace w) {
      network.decodeGradient(w);
    }

    @Override
    public void encodeGradient(AssembledNetwork.Workspace w) {
      network.encodeGradient(w);
    }

    @Override
    public void pullback(AssembledNetwork.Workspace w) {
      network.pullback(w);
    }

    @Override
    public void pushforward(AssembledNetwork.Workspace w) {
      network.pushforward(w);
    }
  }
}
