package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.MissingValues;
import io.venturi.annotation.Overcomplete;
import io.venturi.anomaly.Trimmed;
import io.venturi.kernel.Tanh;
import io.venturi.losses.GaussianLikelihood;
import io.venturi.losses.MeanSquaredError;
import io.venturi.variational.Variational;

/** Small specs that detectors are made of. */
final class DetectorSpecs {

  private DetectorSpecs() {}

  interface Layers {
    @Encoder
    @Dense(units = 16, activation = Tanh.class)
    Layer wide();

    @Bottleneck
    @Dense(units = 2)
    Layer code();

    @Decoder
    @Dense(units = 16, activation = Tanh.class)
    Layer widen();

    @Decoder
    @Dense
    Layer values();
  }

  @Autoencoder(input = Autoencoder.FROM_DATA)
  @MeanSquaredError
  interface TableSpec extends Layers {}

  @Autoencoder(input = Autoencoder.FROM_DATA)
  @MeanSquaredError
  @Trimmed(fraction = 0.15)
  interface TrimmedSpec extends Layers {}

  @Autoencoder(input = Autoencoder.FROM_DATA)
  @MeanSquaredError
  @MissingValues
  interface GapsSpec extends Layers {}

  @Autoencoder(input = Autoencoder.FROM_DATA)
  @GaussianLikelihood
  @Variational
  interface DrawnSpec extends Layers {}

  @Autoencoder(input = 9)
  @MeanSquaredError
  @Trimmed(fraction = 0.3)
  interface TrimmedNineSpec extends Layers {}

  /** Of one width. */
  @Autoencoder(input = 9)
  @MeanSquaredError
  interface NineSpec extends Layers {}

  /** Whose units and features make more pairs than fit into memory. */
  @Autoencoder(input = Autoencoder.FROM_DATA)
  @MeanSquaredError
  @Overcomplete
  interface ManyPairsSpec {
    @Encoder
    @Dense(units = 4)
    Layer narrow();

    @Bottleneck
    @Dense(units = 5_000)
    Layer code();

    @Decoder
    @Dense(units = 4)
    Layer narrowAgain();

    @Decoder
    @Dense
    Layer values();
  }

  /** Two numbers a unit that are no mean and no variance. */
  @Autoencoder(input = 6)
  @MeanSquaredError
  @Paired
  interface PairedSpec extends Layers {}
}
