package io.venturi.model;

import io.venturi.data.Gaps;
import io.venturi.data.Scaling;
import io.venturi.data.ValueRange;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Loss;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.Parameters;
import io.venturi.spi.WorkspaceMemory;
import org.jspecify.annotations.Nullable;

/**
 * The way of rows through a trained network: scaled on their way in, brought back to their units on
 * their way out. What it writes is in the workspace that it is given.
 *
 * @param <W> the network's workspace
 */
final class ForwardPass<W extends NetworkWorkspace> {

  /** Where a pass starts or ends. */
  enum Place {
    INPUT,
    /** What the encoder gives. */
    ENCODED,
    /** What the decoder reads: the same unless a type transforms it. */
    CODE,
    /** The last layer's values before its activation. */
    PRE_ACTIVATION,
    OUTPUT
  }

  private final Network<W> network;
  private final Use use;
  private final @Nullable Scaling scaling;
  private final @Nullable CodeTransform transform;
  private final Gaps gaps;
  private final int inputs;
  private final int codes;
  private final int latents;

  ForwardPass(Network<W> network, Use use) {
    this.network = network;
    this.use = use;
    this.scaling = use.scaling();
    this.transform = use.transform();
    this.gaps = use.gaps();
    this.inputs = network.description().inputs();
    this.codes = network.description().codeSize();
    this.latents = network.description().latentSize();
    if (transform == null && codes != latents) {
      throw new IllegalArgumentException(
          "the encoder gives " + codes + " numbers and the decoder reads " + latents);
    }
  }

  NetworkDescription description() {
    return network.description();
  }

  Parameters parameters() {
    return network.parameters();
  }

  Activation outputActivation() {
    return network.outputActivation();
  }

  @Nullable Scaling scaling() {
    return scaling;
  }

  @Nullable Loss loss() {
    return use.loss();
  }

  Gaps gaps() {
    return gaps;
  }

  /** What values of rows must be. */
  ValueRange range() {
    return ValueRange.FINITE.withGaps(gaps.allowed());
  }

  int width(Place place) {
    return switch (place) {
      case ENCODED -> codes;
      case CODE -> latents;
      default -> inputs;
    };
  }

  W workspace(int rows) {
    return network.workspace(
        WorkspaceMemory.forInference(rows, description(), transform != null, gaps.allowed()));
  }

  /**
   * Puts rows where a pass starts. Changes {@code tile}.
   *
   * @param tile {@code count} rows, no more than a tile has
   * @param row where they go
   */
  void put(W w, Place start, float[] tile, int row, int count) {
    Scaling scaler = scaling;
    if (scaler != null && start == Place.INPUT) {
      scaler.apply(tile, count);
    }
    if (gaps.allowed() && start == Place.INPUT) {
      w.target().write(row * inputs, tile, count * inputs); // Errors are of what was observed.
      gaps.fill(tile, count * inputs);
    }
    Tensor to = start(w, start);
    to.write(row * to.columns(), tile, count * to.columns());
  }

  /** Whether rows enter a pass here as they are. */
  boolean takesUnchanged(Place start) {
    return start != Place.INPUT || (scaling == null && !gaps.allowed());
  }

  /**
   * Puts rows where a pass starts that {@link #takesUnchanged takes them unchanged}.
   *
   * @param rows one after another
   * @param first the number of the first to take
   */
  void putUnchanged(W w, Place start, float[] rows, int first, int count) {
    Tensor to = start(w, start);
    to.write(0, rows, first * to.columns(), count * to.columns());
  }

  private Tensor start(W w, Place start) {
    return start == Place.INPUT ? w.input.value() : w.latent.value();
  }

  /** Takes the workspace's rows from one place to another. */
  void run(W w, Place from, Place to) {
    if (from == Place.INPUT) {
      network.encode(w);
      if (transform != null && to != Place.ENCODED) {
        transform.inUse(w.code().value(), w.latent.value(), w.rows(), w.scratch());
      }
    }
    if (to == Place.OUTPUT || to == Place.PRE_ACTIVATION) {
      network.decode(w);
    }
    if (to == Place.OUTPUT) {
      activateOutput(w);
    }
  }

  /** Copies rows from where a pass ended to the start of {@code into}, in their units. */
  void take(W w, Place end, float[] into, int row, int count) {
    Tensor from =
        switch (end) {
          case ENCODED -> w.code().value();
          case CODE -> w.latent.value();
          default -> w.output().value();
        };
    from.read(row * from.columns(), into, count * from.columns());
    Scaling scaler = scaling;
    if (scaler != null && end == Place.OUTPUT) {
      scaler.invert(into, count);
    }
  }

  /**
   * The sum of squared differences of one row's values from its reconstruction, both scaled, after
   * a pass from input to output. Of a row that lacks values, as much as if the others had the mean
   * of those that were observed.
   */
  double squaredError(W w, int row) {
    float[] x = w.tile(0);
    float[] y = w.tile(1);
    w.target().read(row * inputs, x, inputs);
    w.output().value().read(row * inputs, y, inputs);
    if (!gaps.allowed()) {
      return squaredDistance(x, y, inputs);
    }
    int missing = 0;
    for (int i = 0; i < inputs; i++) {
      if (Float.isNaN(x[i])) {
        missing++;
        x[i] = y[i];
      }
    }
    double sum = squaredDistance(x, y, inputs);
    return missing == 0 ? sum : sum * inputs / (inputs - missing);
  }

  /** Four running sums, because each addition of one waits for the last. */
  private static double squaredDistance(float[] x, float[] y, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      double d0 = (double) x[i] - y[i];
      double d1 = (double) x[i + 1] - y[i + 1];
      double d2 = (double) x[i + 2] - y[i + 2];
      double d3 = (double) x[i + 3] - y[i + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (; i < n; i++) {
      double d = (double) x[i] - y[i];
      s0 += d * d;
    }
    return s0 + s1 + (s2 + s3);
  }

  /** The network leaves its output before the activation, for the sake of fused losses. */
  private void activateOutput(W w) {
    if (network.outputActivation().isIdentity()) {
      return;
    }
    Tensor output = w.output().value();
    int width = output.columns();
    int step = Tiles.rows(width);
    float[] tile = w.tile(0);
    for (int row = 0; row < w.rows(); row += step) {
      int rows = Math.min(step, w.rows() - row);
      output.read(row * width, tile, rows * width);
      network.outputActivation().apply(tile, rows, width);
      output.write(row * width, tile, rows * width);
    }
  }
}
