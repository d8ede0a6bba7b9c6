package com.example.clothes;

import com.example.extras.Maxout;
import com.example.extras.Occlusion;
import com.example.extras.TukeyBiweight;
import com.example.extras.WassersteinMmd;
import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.denoising.Denoising;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;

/**
 * Sees pictures with a hole of 10 × 10 pixels and learns to mend them, by codes that are spread
 * like a normal distribution, which new pictures can be drawn from.
 */
@Denoising
@Occlusion(height = 10, width = 10)
@WassersteinMmd(weight = 0.02)
@TukeyBiweight(threshold = 2)
@Autoencoder(
    input = {28, 28, 1},
    decoder = @Mirrored(output = Sigmoid.class))
public interface Clothes {

  @Encoder
  @Dense(units = 256, activation = Relu.class)
  Layer wide();

  @Encoder
  @Maxout(units = 96, pieces = 2)
  Layer narrow();

  @Bottleneck
  @Dense(units = 16)
  Layer code();
}
