package com.example;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.kernel.HeNormal;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.losses.BinaryCrossEntropy;

/** Nested, an abstract class, mirrored and tied. */
public final class Detector {

  private Detector() {}

  @Autoencoder(input = 30, decoder = @Mirrored(output = Sigmoid.class, tied = true))
  @BinaryCrossEntropy
  abstract static class Spec {
    @Encoder @Dense(units = 16, activation = Tanh.class, initializer = HeNormal.class)
    abstract Layer narrow();

    @Bottleneck @Dense(units = 8)
    abstract Layer code();
  }

  /** Does not compile if the networks are not there. */
  public static int parameters() {
    return new Detector_Spec_Network().parameters().size()
        + new FashionAutoencoder_Network().parameters().size();
  }
}
