package com.example.robust;

import io.venturi.kernel.Gaussians;
import io.venturi.spi.Corruption;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NoiseFactory;

/** Makes the noise, which depends on the step's seed and the row's number in its batch alone. */
final class DriftFactory implements NoiseFactory<Drift> {

  DriftFactory() {}

  @Override
  public Corruption create(Drift annotation, NetworkDescription network) {
    float deviation = (float) annotation.standardDeviation();
    return (values, rows, width, firstRow, step) -> {
      for (int row = 0; row < rows; row++) {
        float shift = deviation * Gaussians.at(step.seed(), firstRow + row);
        for (int i = row * width; i < (row + 1) * width; i++) {
          values[i] += shift;
        }
      }
    };
  }
}
