package io.venturi.train;

import io.venturi.data.Dataset;
import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.kernel.Seeds;
import io.venturi.model.SpecBinding;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.Corruption;
import io.venturi.spi.StepContext;
import java.util.List;
import java.util.Optional;

/** What a spec's types do to rows on their way to the encoder, outside a training. */
public final class Corruptions {

  private Corruptions() {}

  /**
   * Copies rows and corrupts the copies.
   *
   * @param seed of all that is random
   * @throws SpecException if no type of the spec corrupts rows
   */
  public static Dataset apply(SpecBinding<?> spec, Dataset data, long seed) {
    List<Corruption> corruptions =
        spec.types().stream().map(AutoencoderType::corruption).flatMap(Optional::stream).toList();
    if (corruptions.isEmpty()) {
      throw new SpecException(Message.NOTHING_CORRUPTS, spec.spec().getSimpleName());
    }
    float[] values = new float[Math.multiplyExact(data.size(), data.width())];
    float[] row = new float[data.width()];
    for (int r = 0; r < data.size(); r++) {
      data.read(r, row, 0);
      spec.gaps().fill(row, row.length);
      for (int i = 0; i < corruptions.size(); i++) {
        corruptions
            .get(i)
            .corrupt(row, 1, row.length, r, StepContext.outsideTraining(Seeds.of(seed, i)));
      }
      System.arraycopy(row, 0, values, r * row.length, row.length);
    }
    return Dataset.ofFlat(data.name() + ", corrupted", values, data.shape());
  }
}
