package io.venturi.benchmarks;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/**
 * A CSV file that is made while it is read: rows of readings that follow from three causes, and
 * some noise. The same seed and length give the same text.
 */
final class SensorText extends InputStream {

  /** Readings of a row. */
  static final int WIDTH = 64;

  /** Each reading is d.ddddd with a sign or another zero before it, and a character behind it. */
  static final int ROW_BYTES = WIDTH * 9;

  /** What a reading is without noise, by the cause's angle: a table, since sines take long. */
  private static final int ANGLES = 1 << 12;

  private static final float[] WAVE = new float[ANGLES];

  static {
    for (int i = 0; i < ANGLES; i++) {
      WAVE[i] = (float) StrictMath.sin(2 * StrictMath.PI * i / ANGLES);
    }
  }

  private final SplittableRandom random;
  private final long bytes;
  private long made;

  /** The rows that are made and not read yet. */
  private byte[] text;

  private int at;

  /**
   * @param bytes at least how long the text is; it ends with a whole row
   */
  SensorText(long bytes, long seed) {
    this.bytes = bytes;
    this.random = new SplittableRandom(seed);
    StringJoiner header = new StringJoiner(",", "", "\n");
    for (int i = 0; i < WIDTH; i++) {
      header.add("t" + i);
    }
    this.text = header.toString().getBytes(StandardCharsets.US_ASCII);
    this.made = text.length;
  }

  @Override
  public int read() {
    return more() ? text[at++] : -1;
  }

  @Override
  public int read(byte[] destination, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int count = Math.min(length, text.length - at);
    System.arraycopy(text, at, destination, offset, count);
    at += count;
    return count;
  }

  private boolean more() {
    if (at == text.length) {
      if (made >= bytes) {
        return false;
      }
      row();
    }
    return true;
  }

  private void row() {
    if (text.length != ROW_BYTES) {
      text = new byte[ROW_BYTES]; // Before, it was the header.
    }
    at = 0;
    int a = random.nextInt(ANGLES);
    int b = random.nextInt(ANGLES);
    float c = (float) random.nextDouble();
    long noise = 0;
    for (int i = 0; i < WIDTH; i++) {
      if (i % 4 == 0) {
        noise = random.nextLong();
      }
      float cause = WAVE[(a + i * 97) & (ANGLES - 1)] + c * WAVE[(b + i * 211) & (ANGLES - 1)];
      // Sixteen bits of noise, uniform on [-0.05, 0.05).
      float reading = cause + ((short) (noise >> (i % 4 * 16))) * (0.05f / 32768);
      put(i * 9, Math.round(reading * 100_000), i == WIDTH - 1 ? '\n' : ',');
    }
    made += text.length;
  }

  private void put(int start, int hundredThousandths, char end) {
    text[start] = (byte) (hundredThousandths < 0 ? '-' : '0');
    int rest = Math.abs(hundredThousandths);
    for (int digit = 7; digit > 2; digit--) {
      text[start + digit] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    text[start + 2] = '.';
    text[start + 1] = (byte) ('0' + rest);
    text[start + 8] = (byte) end;
  }
}
