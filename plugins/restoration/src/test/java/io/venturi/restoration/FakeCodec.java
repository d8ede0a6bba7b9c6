package io.venturi.restoration;

import io.venturi.model.Codec;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A codec that reconstructs as a test wants it. */
record FakeCodec(int inputs, UnaryOperator<float[]> restores) implements Codec {

  @Override
  public int codeSize() {
    return inputs;
  }

  @Override
  public float[][] encode(float[][] rows) {
    return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
  }

  @Override
  public float[][] decode(float[][] codes) {
    return Arrays.stream(codes).map(restores).toArray(float[][]::new);
  }
}
