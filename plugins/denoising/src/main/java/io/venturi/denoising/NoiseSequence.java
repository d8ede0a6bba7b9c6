package io.venturi.denoising;

import io.venturi.spi.Corruption;
import io.venturi.spi.StepContext;
import java.util.List;

/** Noise schemes one after another, each with a stream of its own. */
final class NoiseSequence implements Corruption {

  private final Corruption[] noises;

  NoiseSequence(List<Corruption> noises) {
    this.noises = noises.toArray(Corruption[]::new);
  }

  @Override
  public void corrupt(float[] values, int rows, int width, int firstRow, StepContext step) {
    for (int i = 0; i < noises.length; i++) {
      noises[i].corrupt(values, rows, width, firstRow, step.part(i));
    }
  }
}
