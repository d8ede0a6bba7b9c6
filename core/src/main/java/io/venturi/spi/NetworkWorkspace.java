package io.venturi.spi;

import io.venturi.kernel.Tensor;
import java.util.List;

/**
 * What one shard of a training step, or one thread that scores, writes: activations, their
 * gradients, scratch. Generated networks extend it with a field per layer. Not thread-safe: one
 * workspace, one thread at a time.
 */
public abstract class NetworkWorkspace {

  private static final int TILES = 4;

  /** What the encoder reads, shape (capacity, inputs); no gradient is kept for it. */
  public final Activations input;

  /** What the decoder reads, shape (capacity, codes). */
  public final Activations latent;

  private final Tensor target;
  private final WorkspaceMemory memory;
  private final float[][] tiles = new float[TILES][];
  private final Scratch scratch = new Scratch();
  private int rows;
  private boolean training;
  private long seed;
  private int firstRow;

  protected NetworkWorkspace(WorkspaceMemory memory) {
    this.memory = memory;
    this.input = new Activations(memory.input(), null, memory.inputDirections());
    this.latent = memory.latent();
    this.target = memory.target();
  }

  /** The bottleneck's output, shape (capacity, codes). */
  public abstract Activations code();

  /** The last layer's PRE-activation output, shape (capacity, inputs). */
  public abstract Activations output();

  /** What is to be reconstructed, shape (capacity, inputs): the clean input. */
  public final Tensor target() {
    return target;
  }

  /** The input and then every layer's values, in the order of the layers. For diagnosis. */
  public final List<Tensor> layerValues() {
    return memory.layerValues();
  }

  /** How many rows there is room for. */
  public final int capacity() {
    return target.rows();
  }

  /** How many rows are in use. */
  public final int rows() {
    return rows;
  }

  /** Sets how many rows are in use. */
  public final void rows(int rows) {
    if (rows < 0 || rows > capacity()) {
      throw new IllegalArgumentException(rows + " rows in a workspace for " + capacity());
    }
    this.rows = rows;
  }

  /**
   * Says that the passes to come are those of a training step.
   *
   * @param seed of what is random in this step
   * @param firstRow the number in the batch of the workspace's first row
   */
  public final void training(long seed, int firstRow) {
    this.training = true;
    this.seed = seed;
    this.firstRow = firstRow;
  }

  /** Says that the passes to come are of a network in use; so they are unless told otherwise. */
  public final void inference() {
    training = false;
  }

  /**
   * Whether this is a training step, where dropout drops and batches are normalised by statistics
   * of their own.
   */
  public final boolean isTraining() {
    return training;
  }

  /**
   * Whether {@link LayerKernel#backward} adds to the gradients of parameters, which were zeroed
   * before the step's first pass, instead of writing them.
   */
  public final boolean accumulatesGradients() {
    return memory.inputDirections() != null;
  }

  /**
   * In a training step, the seed of what is random in it, the same for all workspaces of a batch.
   * What a layer draws comes from {@code Seeds.of(seed, LayerMemory.index())}, at places that the
   * row's number in the batch decides.
   */
  public final long seed() {
    return seed;
  }

  /** In a training step, the number in the batch of the first row. */
  public final int firstRow() {
    return firstRow;
  }

  /**
   * Scratch for elementwise work on whole rows of any layer of this network, at least {@code
   * Tiles.capacity(width)} floats. The same array at every call with the same index; kernels and
   * losses share them, so what is in it lasts until the next call of another.
   *
   * @param index 0 to 3
   */
  public final float[] tile(int index) {
    float[] tile = tiles[index];
    if (tile == null) {
      tile = new float[memory.tileCapacity()];
      tiles[index] = tile;
    }
    return tile;
  }

  /** What a transform of codes in use works with. */
  public final Scratch scratch() {
    return scratch;
  }

  /** Frees the workspace's native memory now; it is of no use any more. */
  public final void release() {
    memory.release();
  }
}
