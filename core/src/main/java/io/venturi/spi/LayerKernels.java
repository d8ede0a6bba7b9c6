package io.venturi.spi;

import io.venturi.kernel.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The kernels of a network's layers, in the order of its table, and what they need together. */
public final class LayerKernels {

  private final List<LayerKernel<?>> kernels;
  private final Tensor state;
  private final List<ParameterBlock> states;

  private LayerKernels(List<LayerKernel<?>> kernels, Tensor state, List<ParameterBlock> states) {
    this.kernels = kernels;
    this.state = state;
    this.states = states;
  }

  /** Kernels, with the state of all of them laid out in their order in memory of its own. */
  static LayerKernels of(List<LayerKernel<?>> kernels) {
    List<ParameterSpec> specs =
        kernels.stream().map(kernel -> ParameterSpec.state(kernel.stateSize())).toList();
    Tensor state = Tensor.allocate(1, ParameterBlock.size(specs));
    return new LayerKernels(List.copyOf(kernels), state, ParameterBlock.layOut(specs, 0, state));
  }

  /** How many parameters all layers have. */
  int size() {
    int size = 0;
    for (LayerKernel<?> kernel : kernels) {
      size = Math.addExact(size, ParameterBlock.size(kernel.parameters()));
    }
    return size;
  }

  /**
   * Lays the layers' parameters out one after another, from the start of a flat vector on, and
   * gives every kernel its views.
   *
   * @return the blocks of each layer
   */
  List<List<ParameterBlock>> bind(Tensor values) {
    List<List<ParameterBlock>> all = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < kernels.size(); i++) {
      List<ParameterSpec> specs = kernels.get(i).parameters();
      List<ParameterBlock> blocks = ParameterBlock.layOut(specs, offset, values);
      offset += ParameterBlock.size(specs);
      kernels.get(i).bind(blocks, states.get(i));
      all.add(blocks);
    }
    return List.copyOf(all);
  }

  /** What they learn without a gradient, shape (1, its size). */
  Tensor state() {
    return state;
  }

  /** A layer's part of the state, by its place in the table; empty if it has none. */
  public ParameterBlock state(int layer) {
    return states.get(layer);
  }

  /** The kernel of a layer, by its place in the table. */
  LayerKernel<?> get(int layer) {
    return kernels.get(layer);
  }

  /** How many rows a layer treats together in training: {@link LayerKernel#rowGroup}. */
  public int rowGroup(int layer) {
    return kernels.get(layer).rowGroup();
  }

  /** How many rows of a batch must stay together: the least number that suits every layer. */
  public int rowGroup() {
    long group = 1;
    for (LayerKernel<?> kernel : kernels) {
      int own = kernel.rowGroup();
      group = Math.min(Integer.MAX_VALUE, group / greatestCommonDivisor(group, own) * own);
    }
    return (int) group;
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  /** Operations that one row takes in training, in all layers: {@link LayerKernel#workPerRow}. */
  public long workPerRow() {
    return kernels.stream().mapToLong(LayerKernel::workPerRow).sum();
  }

  /** Floats of scratch that a workspace has, of all layers: {@link LayerKernel#scratchSize}. */
  public long scratchSize() {
    return kernels.stream().mapToLong(LayerKernel::scratchSize).sum();
  }

  /**
   * Lets every layer that has state change it after a step: {@link LayerKernel#updateState}.
   *
   * @param values the values of {@link Parameters#state()}, in and out
   * @param sum what the shards have left, laid out like it
   * @param rows of the batch
   */
  public void updateState(float[] values, float[] sum, int rows) {
    for (int i = 0; i < states.size(); i++) {
      ParameterBlock block = states.get(i);
      if (block.spec().size() > 0) {
        kernels.get(i).updateState(values, sum, block.offset(), rows);
      }
    }
  }

  /**
   * Refuses state that no training leaves: {@link LayerKernel#requireSound} of every layer that has
   * any.
   *
   * @param values those of {@link Parameters#state()}
   * @throws IllegalArgumentException that says what is wrong, in words that follow "it has"
   */
  public void requireSoundState(float[] values) {
    for (int i = 0; i < states.size(); i++) {
      ParameterBlock block = states.get(i);
      if (block.spec().size() > 0) {
        kernels.get(i).requireSound(values, block.offset());
      }
    }
  }
}
