package io.venturi.testkit;

import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.WorkspaceMemory;
import org.jspecify.annotations.Nullable;

/**
 * One shard of a training step, made by hand of the public SPI alone, so that each of its parts can
 * be looked at.
 */
final class Pass<W extends NetworkWorkspace> {

  final W workspace;

  /** The shard's gradient vector. */
  final Tensor gradients;

  private final Network<W> network;
  private final @Nullable CodeTransform transform;
  private final Activations code;
  private final Activations latent;
  private long seed;

  private Pass(Network<W> network, Parts parts, int rows, boolean directions) {
    NetworkDescription description = network.description();
    this.network = network;
    this.transform = parts.transform();
    this.code = values(rows, description.codeSize());
    this.latent = transform == null ? code : values(rows, description.latentSize());
    this.gradients = Tensor.allocate(1, network.parameters().size());
    WorkspaceMemory memory =
        WorkspaceMemory.forTraining(
            description.inputs(),
            true,
            code,
            latent,
            gradients,
            Tensor.allocate(1, network.parameters().state().size()));
    this.workspace = network.workspace(directions ? memory.withDirections() : memory);
  }

  /**
   * A step on so many rows.
   *
   * @param directions whether gradients of parameters are to add up
   */
  static <W extends NetworkWorkspace> Pass<W> of(
      Network<W> network, Parts parts, int rows, boolean directions) {
    return new Pass<>(network, parts, rows, directions);
  }

  private static Activations values(int rows, int columns) {
    return new Activations(Tensor.allocate(rows, columns), Tensor.allocate(rows, columns));
  }

  /**
   * From rows to the last layer's pre-activation.
   *
   * @param input what the encoder sees
   * @param target the clean rows
   * @param firstRow the number in its batch of the first row
   */
  void forward(float[][] input, float[][] target, long stepSeed, int firstRow) {
    seed = stepSeed;
    write(workspace.input.value(), input);
    write(workspace.target(), target);
    workspace.rows(input.length);
    workspace.training(Parts.layers(stepSeed), firstRow);
    network.encode(workspace);
    if (transform != null) {
      transform.forward(
          code.value(), latent.value(), input.length, Parts.transformContext(stepSeed));
    }
    network.decode(workspace);
  }

  /** From the gradient of the pre-activation back to the input. */
  void backward(float[][] outputGradient) {
    write(workspace.output().gradient(), outputGradient);
    network.decodeGradient(workspace);
    if (transform != null) {
      transform.backward(
          code.value(),
          latent.gradient(),
          code.gradient(),
          outputGradient.length,
          Parts.transformContext(seed));
    }
    network.encodeGradient(workspace);
  }

  /** What the encoder gave. */
  float[][] codes() {
    return code.value().rows(0, workspace.rows()).toRows();
  }

  /** The last layer's pre-activations. */
  float[][] outputs() {
    return workspace.output().value().rows(0, workspace.rows()).toRows();
  }

  /** The target as it stands. */
  float[][] target() {
    return workspace.target().rows(0, workspace.rows()).toRows();
  }

  private static void write(Tensor tensor, float[][] rows) {
    float[] flat = Rows.flat(rows);
    tensor.write(0, flat, flat.length);
  }
}
