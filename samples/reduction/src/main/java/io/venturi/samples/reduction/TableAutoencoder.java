package io.venturi.samples.reduction;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.losses.MeanSquaredError;

/** Rows of 20 numbers through a linear code of 4. */
@Autoencoder(input = LinearTable.COLUMNS, decoder = @Mirrored(output = Linear.class))
@MeanSquaredError
public interface TableAutoencoder {
  @Encoder
  @Dense(units = 32, activation = Relu.class)
  Layer wide();

  @Bottleneck
  @Dense(units = LinearTable.FACTORS)
  Layer code();
}
