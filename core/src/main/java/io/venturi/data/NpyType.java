package io.venturi.data;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The types of NPY's elements that are numbers, named as in its headers. */
enum NpyType {
  B1(1, (bytes, at) -> bytes.get(at) == 0 ? 0 : 1),
  I1(1, ByteBuffer::get),
  I2(2, ByteBuffer::getShort),
  I4(4, ByteBuffer::getInt),
  I8(8, ByteBuffer::getLong) {
    @Override
    float floatAt(ByteBuffer bytes, int at) {
      return bytes.getLong(at); // Rounded once: by way of a double it would be twice.
    }
  },
  U1(1, (bytes, at) -> bytes.get(at) & 0xff),
  U2(2, (bytes, at) -> bytes.getShort(at) & 0xffff),
  U4(4, (bytes, at) -> bytes.getInt(at) & 0xffffffffL),
  U8(8, (bytes, at) -> unsigned(bytes.getLong(at))) {
    @Override
    float floatAt(ByteBuffer bytes, int at) {
      long value = bytes.getLong(at);
      return value >= 0 ? (float) value : (float) halved(value) * 2;
    }
  },
  F2(2, (bytes, at) -> half(bytes.getShort(at))),
  F4(4, ByteBuffer::getFloat),
  F8(8, ByteBuffer::getDouble);

  private interface Reading {
    double at(ByteBuffer bytes, int at);
  }

  private final int size;

  @SuppressWarnings("ImmutableEnumChecker") // Lambdas that capture nothing.
  private final Reading reading;

  NpyType(int size, Reading reading) {
    this.size = size;
    this.reading = reading;
  }

  /** The type of this name, such as {@code f8}; null if there is none. */
  static @Nullable NpyType of(String name) {
    for (NpyType type : values()) {
      if (type.code().equals(name)) {
        return type;
      }
    }
    return null;
  }

  private String code() {
    return (char) (name().charAt(0) + ('a' - 'A')) + name().substring(1);
  }

  /** Bytes of one element. */
  int size() {
    return size;
  }

  /** The element at an index of {@code bytes}; of I8 and U8, the nearest double. */
  double doubleAt(ByteBuffer bytes, int at) {
    return reading.at(bytes, at);
  }

  /** The float nearest to the element. */
  float floatAt(ByteBuffer bytes, int at) {
    return (float) reading.at(bytes, at);
  }

  private static double unsigned(long value) {
    return value >= 0 ? (double) value : (double) halved(value) * 2;
  }

  /** Half of an unsigned value; its last bit stays set, so that rounding sees what was cut off. */
  private static long halved(long value) {
    return value >>> 1 | (value & 1);
  }

  /** IEEE 754 binary16. */
  private static float half(short bits) {
    int sign = bits & 0x8000;
    int exponent = bits >>> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      return sign == 0 ? fraction * 0x1p-24f : -(fraction * 0x1p-24f);
    }
    int widened = exponent == 0x1f ? 0xff : exponent + 127 - 15;
    return Float.intBitsToFloat(sign << 16 | widened << 23 | fraction << 13);
  }
}
