package io.venturi.model;

import io.venturi.data.Gaps;
import io.venturi.data.Scaling;
import io.venturi.kernel.Tensor;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.WorkspaceMemory;
import org.jspecify.annotations.Nullable;

/**
 * The encoder's Jacobian at one row: as many copies of the row as the code has numbers are encoded,
 * and a unit vector is brought back from each copy's code.
 */
final class EncoderJacobian<W extends NetworkWorkspace> {

  private final Network<W> network;
  private final @Nullable Scaling scaling;
  private final Gaps gaps;
  private final int inputs;
  private final int latents;

  EncoderJacobian(Network<W> network, Use use) {
    this.network = network;
    this.scaling = use.scaling();
    this.gaps = use.gaps();
    this.inputs = network.description().inputs();
    this.latents = network.description().latentSize();
  }

  /** (codes, inputs), with respect to the row as the network sees it: scaled and filled. */
  float[][] at(float[] row) {
    network.parameters().enter();
    try {
      WorkspaceMemory memory =
          WorkspaceMemory.forInference(latents, network.description(), false, false)
              .withDirections();
      W w = network.workspace(memory);
      try {
        return at(row, w);
      } finally {
        w.release();
      }
    } finally {
      network.parameters().leave();
    }
  }

  private float[][] at(float[] row, W w) {
    w.rows(latents);
    float[] tile = w.tile(0);
    System.arraycopy(row, 0, tile, 0, inputs);
    if (scaling != null) {
      scaling.apply(tile, 1);
    }
    if (gaps.allowed()) {
      gaps.fill(tile, inputs);
    }
    for (int i = 0; i < latents; i++) {
      w.input.value().write(i * inputs, tile, inputs);
    }
    network.encode(w);
    Tensor directions = w.code().directions().cotangent();
    directions.clear();
    tile[0] = 1;
    for (int i = 0; i < latents; i++) {
      directions.write(i * directions.columns() + i, tile, 1);
    }
    network.pullback(w);
    return w.input.directions().cotangent().toRows();
  }
}
