package io.venturi.spi;

import io.venturi.annotation.Layer;
import io.venturi.error.Message;
import io.venturi.error.ModelClosedException;
import io.venturi.kernel.Tensor;
import java.lang.ref.Reference;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All that a network learns: one flat vector of parameters that optimizers change, and a second,
 * {@link #state()}, of what is learned without a gradient (running statistics) and that no
 * optimizer touches. Layers have views of both.
 *
 * <p>The memory is native. It is freed when the network is collected, or sooner by {@link
 * #close()}, which waits until every {@link #read} has ended.
 */
public final class Parameters implements AutoCloseable {

  /** Keeps starting values apart from other streams of the same seed, such as shuffling. */
  private static final long STREAM = 0x7061_7261_6d65_7465L;

  private final LayerKernels kernels;
  private final Lease lease = new Lease();
  private Tensor values;
  private List<List<ParameterBlock>> layers;
  private List<ParameterBlock> loss = List.of();

  private Parameters(LayerKernels kernels, Tensor values) {
    this.kernels = kernels;
    this.values = values;
    this.layers = kernels.bind(values);
  }

  /** Lays out the parameters of these layers one after another, as zeros, and binds them. */
  public static Parameters allocate(LayerKernel<?>... kernels) {
    LayerKernels all = LayerKernels.of(List.of(kernels));
    return new Parameters(all, Tensor.allocate(1, all.size()));
  }

  /**
   * Makes room for parameters of the loss's own, behind those of the layers: all is laid out anew,
   * as zeros. Before the first workspace is made, and at most once.
   *
   * @param specs may be empty, which changes nothing
   */
  public void addLoss(List<ParameterSpec> specs) {
    if (specs.isEmpty()) {
      return;
    }
    if (!loss.isEmpty()) {
      throw new IllegalStateException("there is room for the loss's parameters already");
    }
    int layersSize = values.size();
    int size = Math.addExact(layersSize, ParameterBlock.size(specs));
    values.release();
    values = Tensor.allocate(1, size);
    layers = kernels.bind(values);
    loss = ParameterBlock.layOut(specs, layersSize, values);
  }

  /** The blocks of the loss's own, behind one another; most losses have none. */
  public List<ParameterBlock> loss() {
    return loss;
  }

  /** The flat vector, shape (1, size). */
  public Tensor values() {
    return values;
  }

  /** What is learned without a gradient, shape (1, its size). */
  public Tensor state() {
    return kernels.state();
  }

  /** How many parameters. */
  public int size() {
    return values.size();
  }

  /** A copy of values and state, to come back to. */
  public Snapshot snapshot() {
    return new Snapshot(values.toArray(), state().toArray());
  }

  /** A copy of all that a network has learned. */
  public final class Snapshot {

    private final float[] savedValues;
    private final float[] savedState;

    private Snapshot(float[] savedValues, float[] savedState) {
      this.savedValues = savedValues;
      this.savedState = savedState;
    }

    /** Copies values and state anew, into the same arrays. */
    public void update() {
      values.read(0, savedValues, savedValues.length);
      state().read(0, savedState, savedState.length);
    }

    /** Puts values and state back as they were. */
    public void restore() {
      values.write(0, savedValues, savedValues.length);
      state().write(0, savedState, savedState.length);
    }
  }

  /** The blocks of each layer, in the order of the layers. */
  public List<List<ParameterBlock>> layers() {
    return layers;
  }

  /** All blocks, in the order in which they lie in the flat vector. */
  public List<ParameterBlock> blocks() {
    return Stream.concat(layers.stream().flatMap(List::stream), loss.stream()).toList();
  }

  /** The layers' kernels, which have their views of the parameters. */
  public LayerKernels kernels() {
    return kernels;
  }

  /**
   * The trained layer of a place in the table, as the spec's method of that name returns it.
   *
   * @param index its place among {@link #layers()}, from 0
   * @param name its name
   */
  public Layer layer(int index, String name) {
    return kernels.get(index).layer(name, this);
  }

  /** A copy of a block's numbers. */
  public float[] copy(ParameterBlock block) {
    return read(() -> block.values().toArray());
  }

  /**
   * Draws starting values: every block from a random stream of its own, so that a block's values
   * depend on the seed and its place alone.
   */
  public void initialize(long seed) {
    SplittableRandom root = new SplittableRandom(seed ^ STREAM);
    for (List<ParameterBlock> blocks : layers) {
      initialize(blocks, root);
    }
    initialize(loss, root);
  }

  private static void initialize(List<ParameterBlock> blocks, SplittableRandom root) {
    SplittableRandom layer = root.split();
    for (ParameterBlock block : blocks) {
      SplittableRandom random = layer.split();
      ParameterSpec spec = block.spec();
      float[] drawn = new float[spec.size()];
      spec.initializer()
          .ifPresent(
              initializer ->
                  initializer.fill(drawn, spec.rows(), spec.fanIn(), spec.fanOut(), random));
      block.values().write(0, drawn, drawn.length);
    }
  }

  /**
   * Runs {@code work} while the memory is sure to stay.
   *
   * @throws ModelClosedException after {@link #close()}
   */
  public <T> T read(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  /**
   * Begins a use of the memory, which is sure to stay until this thread calls {@link #leave()}: in
   * a {@code finally} block, as {@link #read} does. Allocates nothing, and threads do not wait for
   * one another.
   *
   * @throws ModelClosedException after {@link #close()}; then there is nothing to leave
   */
  public void enter() {
    if (!lease.enter()) {
      throw new ModelClosedException(Message.MODEL_CLOSED, size());
    }
  }

  /** Ends a use of the memory that this thread began by {@link #enter()}. */
  public void leave() {
    try {
      lease.leave();
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Frees the memory as soon as nobody reads any more; later reads are refused. */
  @Override
  public synchronized void close() {
    if (lease.close()) {
      values.release();
      state().release();
    }
  }
}
