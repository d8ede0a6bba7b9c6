package io.venturi.testkit;

import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.WorkspaceMemory;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shard of a training step, made by hand of the public SPI alone, so that each of its parts can
 * be looked at.
 */
final class Pass<W extends NetworkWorkspace> {

  /** Memory has room for more rows than are in use, as at the end of a batch. */
  static final int SURPLUS = 7;

  /** What stands in rows that are not in use, so that it shows where it is read. */
  static final float STALE = 1e6f;

  final W workspace;

  /** The shard's gradient vector. */
  final Tensor gradients;

  private final Network<W> network;
  private final @Nullable CodeTransform transform;
  private final Activations code;
  private final Activations latent;
  private Occasion step = Parts.transformContext(0);

  private Pass(Network<W> network, Parts parts, int capacity, boolean directions) {
    NetworkDescription description = network.description();
    this.network = network;
    this.transform = parts.transform();
    this.code = values(capacity, description.codeSize());
    this.latent = transform == null ? code : values(capacity, description.latentSize());
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
   * A step on so many rows, in memory of just as many.
   *
   * @param directions whether gradients of parameters are to add up
   */
  static <W extends NetworkWorkspace> Pass<W> of(
      Network<W> network, Parts parts, int rows, boolean directions) {
    return new Pass<>(network, parts, rows, directions);
  }

  /**
   * A step in memory of more rows, which a step before has used: what it has left there is none of
   * this one's business.
   */
  static <W extends NetworkWorkspace> Pass<W> afterAnother(
      Network<W> network, Parts parts, float[][] rows, boolean directions) {
    int capacity = rows.length + SURPLUS;
    Pass<W> pass = new Pass<>(network, parts, capacity, directions);
    float[][] others = new float[capacity][];
    float[][] slopes = new float[capacity][rows[0].length];
    for (int r = 0; r < capacity; r++) {
      others[r] = rows[r % rows.length];
      Arrays.fill(slopes[r], STALE);
    }
    pass.forward(others, others, 0, 0);
    pass.backward(slopes);
    pass.gradients.clear();
    for (Tensor tensor :
        List.of(
            pass.workspace.input.value(),
            pass.workspace.target(),
            pass.code.value(),
            pass.code.gradient(),
            pass.latent.value(),
            pass.latent.gradient(),
            pass.workspace.output().gradient())) {
      float[] stale = new float[tensor.size()];
      Arrays.fill(stale, STALE);
      tensor.write(0, stale, stale.length);
    }
    return pass;
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
    step = Parts.transformContext(stepSeed);
    write(workspace.input.value(), input);
    write(workspace.target(), target);
    workspace.rows(input.length);
    workspace.training(Parts.layers(stepSeed), firstRow);
    network.encode(workspace);
    if (transform != null) {
      transform.forward(code.value(), latent.value(), input.length, step);
    }
    network.decode(workspace);
  }

  /** From the gradient of the pre-activation back to the input. */
  void backward(float[][] outputGradient) {
    write(workspace.output().gradient(), outputGradient);
    network.decodeGradient(workspace);
    if (transform != null) {
      transform.backward(
          code.value(), latent.gradient(), code.gradient(), outputGradient.length, step);
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
