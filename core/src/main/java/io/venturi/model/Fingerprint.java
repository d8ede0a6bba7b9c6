package io.venturi.model;

import io.venturi.data.Scaling;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of numbers: of their bytes as floats, little-endian. */
final class Fingerprint {

  private final MessageDigest digest;
  private final ByteBuffer chunk =
      ByteBuffer.allocate(Float.BYTES * Tiles.SIZE).order(ByteOrder.LITTLE_ENDIAN);

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java platform has it.
    }
  }

  Fingerprint add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** Adds all bytes from the buffer's position to its limit, where its position then is. */
  Fingerprint add(ByteBuffer bytes) {
    digest.update(bytes);
    return this;
  }

  /** Adds all numbers from the buffer's position to its limit, which stay as they are. */
  Fingerprint add(FloatBuffer values) {
    FloatBuffer left = values.duplicate();
    while (left.hasRemaining()) {
      int count = Math.min(Tiles.SIZE, left.remaining());
      chunk.clear().asFloatBuffer().put(left.slice(left.position(), count));
      digest.update(chunk.limit(Float.BYTES * count));
      left.position(left.position() + count);
    }
    return this;
  }

  Fingerprint add(Tensor tensor) {
    float[] tile = new float[Math.min(Tiles.SIZE, tensor.size())];
    for (int at = 0; at < tensor.size(); at += Tiles.SIZE) {
      int n = Math.min(Tiles.SIZE, tensor.size() - at);
      tensor.read(at, tile, n);
      add(FloatBuffer.wrap(tile, 0, n));
    }
    return this;
  }

  /** Adds centres, scales, and the ends of the interval that results are clipped to. */
  Fingerprint add(Scaling scaling) {
    add(FloatBuffer.wrap(scaling.center()));
    add(FloatBuffer.wrap(scaling.scale()));
    return add(FloatBuffer.wrap(new float[] {scaling.low(), scaling.high()}));
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
