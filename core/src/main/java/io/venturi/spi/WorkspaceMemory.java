package io.venturi.spi;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The memory on which one workspace is built. Code, latent and their gradients are views of
 * batch-wide tensors, because penalties and transforms of the code see the whole batch; everything
 * else belongs to the shard.
 */
public final class WorkspaceMemory {

  private final int capacity;
  private final Tensor input;
  private final Tensor target;
  private final Activations code;
  private final Activations latent;
  private final int outputs;
  private final @Nullable Tensor parameterGradients;
  private final @Nullable Tensor stateUpdate;
  private final List<Tensor> layerValues = new ArrayList<>();
  private final List<Tensor> owned = new ArrayList<>();
  private @Nullable Directions inputDirections;
  private boolean encoding = true;
  private int widest;

  private WorkspaceMemory(
      Tensor input,
      Tensor target,
      Activations code,
      Activations latent,
      @Nullable Tensor parameterGradients,
      @Nullable Tensor stateUpdate) {
    this.capacity = input.rows();
    this.input = input;
    this.target = target;
    this.code = code;
    this.latent = latent;
    this.outputs = target.columns();
    this.parameterGradients = parameterGradients;
    this.stateUpdate = stateUpdate;
    layerValues.add(input);
    this.widest =
        Math.max(input.columns(), Math.max(code.value().columns(), latent.value().columns()));
  }

  /**
   * Memory for one shard of a training step.
   *
   * @param corrupted whether the encoder's input differs from the target
   * @param code values and gradients, shape (capacity, codes); rows beyond those in use may belong
   *     to the next shard
   * @param latent what the decoder reads; {@code code} itself unless a type transforms codes
   * @param parameterGradients the shard's gradient vector
   * @param stateUpdate what the shard has to say to the layers' state, laid out like it
   */
  public static WorkspaceMemory forTraining(
      int inputs,
      boolean corrupted,
      Activations code,
      Activations latent,
      Tensor parameterGradients,
      Tensor stateUpdate) {
    int capacity = code.value().rows();
    Tensor target = Tensor.allocate(capacity, inputs);
    Tensor input = corrupted ? Tensor.allocate(capacity, inputs) : target;
    WorkspaceMemory memory =
        new WorkspaceMemory(input, target, code, latent, parameterGradients, stateUpdate);
    memory.owned.add(target);
    memory.owned.add(input);
    return memory;
  }

  /**
   * Memory for up to {@code capacity} rows of inference: no gradients.
   *
   * @param transformed whether a type transforms codes; else the decoder reads the codes themselves
   */
  public static WorkspaceMemory forInference(
      int capacity, NetworkDescription network, boolean transformed) {
    return forInference(capacity, network, transformed, false);
  }

  /**
   * Memory for up to {@code capacity} rows of inference: no gradients.
   *
   * @param transformed whether a type transforms codes; else the decoder reads the codes themselves
   * @param changed whether the encoder's input differs from the rows, which are then the target
   */
  public static WorkspaceMemory forInference(
      int capacity, NetworkDescription network, boolean transformed, boolean changed) {
    Tensor input = Tensor.allocate(capacity, network.inputs());
    Tensor target = changed ? Tensor.allocate(capacity, network.inputs()) : input;
    Activations code = new Activations(Tensor.allocate(capacity, network.codeSize()), null);
    Activations latent =
        transformed ? new Activations(Tensor.allocate(capacity, network.latentSize()), null) : code;
    WorkspaceMemory memory = new WorkspaceMemory(input, target, code, latent, null, null);
    memory.owned.add(input);
    memory.owned.add(target);
    memory.owned.add(code.value());
    memory.owned.add(latent.value());
    return memory;
  }

  /**
   * Adds memory for passes of the encoder's Jacobian. In training, parameter gradients then add up
   * over several passes: {@link NetworkWorkspace#accumulatesGradients()}.
   */
  public WorkspaceMemory withDirections() {
    Tensor both = own(input.columns());
    inputDirections = new Directions(both, both);
    return this;
  }

  /**
   * Memory of a layer with so many outputs, between the input and the code or the code and the
   * output. Layers ask in their order.
   */
  public LayerMemory hidden(int columns) {
    widest = Math.max(widest, columns);
    return handOut(own(columns), parameterGradients == null ? null : own(columns));
  }

  /** Memory of the bottleneck layer. */
  public LayerMemory code() {
    LayerMemory memory = handOut(code.value(), code.hasGradient() ? code.gradient() : null);
    encoding = false;
    return memory;
  }

  /** Memory of the last layer. */
  public LayerMemory output() {
    return hidden(outputs);
  }

  Tensor own(int columns) {
    return own(capacity, columns);
  }

  Tensor own(int rows, int columns) {
    Tensor tensor = Tensor.allocate(rows, columns);
    owned.add(tensor);
    return tensor;
  }

  /** Frees what was allocated here now; the workspace on it is of no use any more. */
  public void release() {
    owned.forEach(Tensor::release);
  }

  private LayerMemory handOut(Tensor value, @Nullable Tensor gradient) {
    int index = layerValues.size() - 1; // The input is among them.
    layerValues.add(value);
    return new LayerMemory(
        this, index, value, gradient, directions(value.columns()), parameterGradients, stateUpdate);
  }

  private @Nullable Directions directions(int columns) {
    return inputDirections == null || !encoding ? null : new Directions(own(columns), own(columns));
  }

  @Nullable Directions inputDirections() {
    return inputDirections;
  }

  List<Tensor> layerValues() {
    return List.copyOf(layerValues);
  }

  Tensor input() {
    return input;
  }

  Tensor target() {
    return target;
  }

  Activations latent() {
    return latent;
  }

  /** Floats that a tile of any layer's rows can have. */
  int tileCapacity() {
    return Tiles.capacity(widest);
  }
}
