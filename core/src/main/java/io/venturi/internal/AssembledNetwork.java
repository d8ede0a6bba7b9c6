package io.venturi.internal;

import io.venturi.kernel.Activation;
import io.venturi.spi.Activations;
import io.venturi.spi.JacobianKernel;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.Parameters;
import io.venturi.spi.Section;
import io.venturi.spi.WorkspaceMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * A network put together at run time from a layer table, for files whose spec is not at hand. It
 * calls the same kernels in the same order as the generated one, so it gives the same bits.
 */
public final class AssembledNetwork implements Network<AssembledNetwork.Workspace> {

  private final NetworkDescription description;
  private final Activation outputActivation;
  private final List<Step<?>> encoder = new ArrayList<>();
  private final List<Step<?>> decoder = new ArrayList<>();
  private final Parameters parameters;
  private final boolean hasJacobian;

  /**
   * A network of these kernels.
   *
   * @param kernels one for each line of the description; the last one without its activation
   */
  public AssembledNetwork(
      NetworkDescription description, List<LayerKernel<?>> kernels, Activation outputActivation) {
    this.description = description;
    this.outputActivation = outputActivation;
    for (int i = 0; i < kernels.size(); i++) {
      boolean decodes = description.layers().get(i).section() == Section.DECODER;
      (decodes ? decoder : encoder).add(new Step<>(kernels.get(i), i));
    }
    this.parameters = Parameters.allocate(kernels.toArray(LayerKernel<?>[]::new));
    this.hasJacobian = encoder.stream().allMatch(step -> step.kernel() instanceof JacobianKernel);
  }

  @Override
  public NetworkDescription description() {
    return description;
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
    for (int i = 0; i < encoder.size(); i++) { // An iterator would be an object.
      encoder.get(i).forward(w);
    }
  }

  @Override
  public void decode(Workspace w) {
    for (int i = 0; i < decoder.size(); i++) { // An iterator would be an object.
      decoder.get(i).forward(w);
    }
  }

  @Override
  public void decodeGradient(Workspace w) {
    for (int i = decoder.size() - 1; i >= 0; i--) {
      decoder.get(i).backward(w);
    }
  }

  @Override
  public void encodeGradient(Workspace w) {
    for (int i = encoder.size() - 1; i >= 0; i--) {
      encoder.get(i).backward(w);
    }
  }

  @Override
  public void pullback(Workspace w) {
    if (!hasJacobian) {
      Network.super.pullback(w);
    }
    for (int i = encoder.size() - 1; i >= 0; i--) {
      encoder.get(i).pullback(w);
    }
  }

  @Override
  public void pushforward(Workspace w) {
    if (!hasJacobian) {
      Network.super.pushforward(w);
    }
    for (int i = 0; i < encoder.size(); i++) { // An iterator would be an object.
      encoder.get(i).pushforward(w);
    }
  }

  /** A kernel at its place in the table. */
  private record Step<A extends Activations>(LayerKernel<A> kernel, int index) {

    A activations(WorkspaceMemory memory, LayerDescription layer, boolean last) {
      return kernel.activations(
          layer.section() == Section.BOTTLENECK
              ? memory.code()
              : last ? memory.output() : memory.hidden(layer.outputs()));
    }

    void forward(Workspace w) {
      kernel.forward(w, w.before(index), own(w));
    }

    void backward(Workspace w) {
      kernel.backward(w, w.before(index), own(w));
    }

    void pullback(Workspace w) {
      ((JacobianKernel<A>) kernel).pullback(w, w.before(index), own(w));
    }

    void pushforward(Workspace w) {
      ((JacobianKernel<A>) kernel).pushforward(w, w.before(index), own(w));
    }

    /** The activations at this kernel's index were made by this kernel. */
    @SuppressWarnings("unchecked")
    private A own(Workspace w) {
      return (A) w.layers.get(index);
    }
  }

  /** A workspace with a list where a generated one has fields. */
  public static final class Workspace extends NetworkWorkspace {

    private final List<Activations> layers = new ArrayList<>();
    private final int bottleneck;

    private Workspace(AssembledNetwork network, WorkspaceMemory memory) {
      super(memory);
      List<LayerDescription> table = network.description.layers();
      network.encoder.forEach(
          step -> layers.add(step.activations(memory, table.get(step.index()), false)));
      network.decoder.forEach(
          step ->
              layers.add(
                  step.activations(
                      memory, table.get(step.index()), step.index() == table.size() - 1)));
      bottleneck = network.encoder.size() - 1;
    }

    /** What the layer at {@code index} reads. */
    private Activations before(int index) {
      return index == 0 ? input : index == bottleneck + 1 ? latent : layers.get(index - 1);
    }

    @Override
    public Activations code() {
      return layers.get(bottleneck);
    }

    @Override
    public Activations output() {
      return layers.get(layers.size() - 1);
    }
  }
}
