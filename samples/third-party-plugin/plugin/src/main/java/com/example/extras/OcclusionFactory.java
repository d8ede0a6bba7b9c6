package com.example.extras;

import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.spi.Corruption;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NoiseFactory;
import java.util.List;

/** Makes the noise of {@link Occlusion}. */
final class OcclusionFactory implements NoiseFactory<Occlusion> {

  OcclusionFactory() {}

  /**
   * @throws SpecException if the input is no image, or one that is smaller than what covers it
   */
  @Override
  public Corruption create(Occlusion annotation, NetworkDescription network) {
    List<Integer> shape = network.inputShape();
    if (shape.size() != 2 && shape.size() != 3) {
      throw new SpecException(
          Message.HYPERPARAMETER,
          "input of " + network.simpleName(),
          shape,
          "{height, width, channels}, because @Occlusion covers a part of an image");
    }
    int height = side("height", annotation.height(), shape.get(0));
    int width = side("width", annotation.width(), shape.get(1));
    return new OcclusionCorruption(
        shape.get(0),
        shape.get(1),
        shape.size() == 3 ? shape.get(2) : 1,
        height,
        width,
        (float) annotation.value());
  }

  private static int side(String name, int covered, int whole) {
    if (covered > whole) {
      throw new SpecException(
          Message.HYPERPARAMETER,
          name + " of @Occlusion",
          covered,
          "at most the image's, " + whole);
    }
    return covered;
  }
}
