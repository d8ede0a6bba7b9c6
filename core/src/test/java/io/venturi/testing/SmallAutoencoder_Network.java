package io.venturi.testing;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.layer.DenseActivations;
import io.venturi.layer.DenseKernel;
import io.venturi.spi.Activations;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.Parameters;
import io.venturi.spi.Section;
import io.venturi.spi.WorkspaceMemory;
import java.util.Map;
import java.util.function.Supplier;

/** 6 → 5 → 3 → 5 → 6, in the shape of generated code, since core is built before the processor. */
@SuppressWarnings("TypeName") // The processor's name for it.
public final class SmallAutoencoder_Network
    implements GeneratedNetwork<SmallAutoencoder, SmallAutoencoder_Network.Workspace> {

  private final DenseKernel wide = new DenseKernel(6, 5, new Tanh(), new GlorotUniform());
  private final DenseKernel code = new DenseKernel(5, 3, new Sigmoid(), new GlorotUniform());
  private final DenseKernel widen = new DenseKernel(3, 5, new Tanh(), new GlorotUniform());
  private final DenseKernel pixels = new DenseKernel(5, 6, new Linear(), new GlorotUniform());
  private final Sigmoid outputActivation = new Sigmoid();
  private final Parameters parameters = Parameters.allocate(wide, code, widen, pixels);

  @Override
  public NetworkDescription description() {
    return Description.TABLE;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public Activation outputActivation() {
    return outputActivation;
  }

  @Override
  public Workspace workspace(WorkspaceMemory memory) {
    return new Workspace(this, memory);
  }

  @Override
  public void encode(Workspace w) {
    wide.forward(w, w.input, w.wide);
    code.forward(w, w.wide, w.code);
  }

  @Override
  public void decode(Workspace w) {
    widen.forward(w, w.latent, w.widen);
    pixels.forward(w, w.widen, w.pixels);
  }

  @Override
  public void decodeGradient(Workspace w) {
    pixels.backward(w, w.widen, w.pixels);
    widen.backward(w, w.latent, w.widen);
  }

  @Override
  public void encodeGradient(Workspace w) {
    code.backward(w, w.wide, w.code);
    wide.backward(w, w.input, w.wide);
  }

  @Override
  public SmallAutoencoder layers() {
    return new Layers(this);
  }

  /** What the network is; loads without the kernels that it is made of. */
  public static final class Description implements Supplier<NetworkDescription> {
    private static final String DENSE = "io.venturi.annotation.Dense";

    private static final NetworkDescription TABLE =
        NetworkDescription.builder("io.venturi.testing.SmallAutoencoder", 6)
            .contribution("io.venturi.testing.Squared", "io.example:squared")
            .layer(Section.ENCODER, "wide", DENSE, 6, 5, attributes("Tanh"))
            .layer(Section.BOTTLENECK, "code", DENSE, 5, 3, attributes("Sigmoid"))
            .layer(Section.DECODER, "widen", DENSE, 3, 5, attributes("Tanh"))
            .layer(Section.DECODER, "pixels", DENSE, 5, 6, attributes("Sigmoid"))
            .build();

    private static Map<String, String> attributes(String activation) {
      return Map.of(
          "activation",
          "io.venturi.kernel." + activation,
          "training.initializer",
          "io.venturi.kernel.GlorotUniform");
    }

    @Override
    public NetworkDescription get() {
      return TABLE;
    }
  }

  /** One shard's activations and their gradients. */
  public static final class Workspace extends NetworkWorkspace {
    final DenseActivations wide;
    final DenseActivations code;
    final DenseActivations widen;
    final DenseActivations pixels;

    Workspace(SmallAutoencoder_Network network, WorkspaceMemory memory) {
      super(memory);
      wide = network.wide.activations(memory.hidden(5));
      code = network.code.activations(memory.code());
      widen = network.widen.activations(memory.hidden(5));
      pixels = network.pixels.activations(memory.output());
    }

    @Override
    public Activations code() {
      return code;
    }

    @Override
    public Activations output() {
      return pixels;
    }
  }

  private static final class Layers implements SmallAutoencoder {
    private final SmallAutoencoder_Network network;

    Layers(SmallAutoencoder_Network network) {
      this.network = network;
    }

    @Override
    public Layer wide() {
      return network.wide.layer("wide", network.parameters);
    }

    @Override
    public Layer code() {
      return network.code.layer("code", network.parameters);
    }

    @Override
    public Layer widen() {
      return network.widen.layer("widen", network.parameters);
    }

    @Override
    public Layer pixels() {
      return network.pixels.layer("pixels", network.parameters);
    }
  }
}
