package io.venturi.model;

import io.venturi.data.Dataset;
import io.venturi.data.Gaps;
import io.venturi.data.Scaling;
import io.venturi.error.Message;
import io.venturi.error.PluginException;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.model.ForwardPass.Place;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rows cost by a model's own loss.
 *
 * @param parameters the loss's own
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record LossPass(
    Loss loss,
    Activation activation,
    @Nullable Scaling scaling,
    Gaps gaps,
    int width,
    float[] parameters) {

  static LossPass of(ForwardPass<?> pass) {
    Loss loss = pass.loss();
    if (loss == null) {
      throw new PluginException(Message.NO_LOSS_AT_HAND, pass.description().simpleName());
    }
    List<ParameterBlock> blocks = pass.parameters().loss();
    float[] parameters = new float[blocks.stream().mapToInt(block -> block.spec().size()).sum()];
    if (parameters.length > 0) {
      int offset = blocks.get(0).offset();
      pass.parameters()
          .read(
              () -> {
                pass.parameters().values().read(offset, parameters, parameters.length);
                return parameters;
              });
    }
    return new LossPass(
        loss,
        pass.outputActivation(),
        pass.scaling(),
        pass.gaps(),
        pass.width(Place.OUTPUT),
        parameters);
  }

  /** What each row costs if it is reconstructed from the code of the same number. */
  <W extends NetworkWorkspace> double[] run(Blocks<W> blocks, Blocks.Source codes, Dataset rows) {
    double[] losses = new double[rows.size()];
    blocks.eachBlock(
        losses.length,
        Place.CODE,
        Place.PRE_ACTIVATION,
        codes,
        (w, first, count) -> block(w, rows, first, count, losses));
    return losses;
  }

  private void block(NetworkWorkspace w, Dataset rows, int first, int count, double[] losses) {
    float[] rowLoss = new float[count];
    LossTile tile =
        new LossTile(
            w.tile(0), w.tile(1), w.tile(2), rowLoss, loss.scratch(width), parameters.length);
    System.arraycopy(parameters, 0, tile.parameters, 0, parameters.length);
    Tensor output = w.output().value();
    int step = Tiles.rows(width);
    for (int row = 0; row < count; row += step) {
      int n = Math.min(step, count - row);
      for (int r = 0; r < n; r++) {
        rows.read(first + row + r, tile.target, r * width);
      }
      if (scaling != null) {
        scaling.apply(tile.target, n);
      }
      output.read(row * width, tile.preActivation, n * width);
      tile.set(row, n, width, 1f);
      if (gaps.allowed()) {
        tile.leaveOutMissing(gaps.fill());
      }
      loss.evaluate(tile, activation);
    }
    for (int row = 0; row < count; row++) {
      losses[first + row] = rowLoss[row];
    }
  }
}
