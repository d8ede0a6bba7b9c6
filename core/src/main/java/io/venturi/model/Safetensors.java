package io.venturi.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The safetensors container: eight bytes of header length, a JSON header, the tensors' bytes; all
 * little-endian, floats of 32 and 64 bits alone. Reading checks everything that the container
 * itself says: lengths before anything is allocated, places without holes or overlaps, byte counts
 * against shapes, nothing behind the end.
 *
 * @param metadata the header's {@code __metadata__}
 * @param tensors name, type and shape of each, in the order of their data
 * @param data all numbers, one tensor after another, little-endian
 */
record Safetensors(SortedMap<String, String> metadata, List<Entry> tensors, ByteBuffer data) {

  private static final int LENGTH_BYTES = 8;
  private static final int LARGEST_FILE = Integer.MAX_VALUE;
  private static final int LARGEST_HEADER = 16 << 20;
  private static final String METADATA = "__metadata__";

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxNumberLength(32)
                          .maxStringLength(LARGEST_HEADER)
                          .maxNameLength(1024)
                          .maxDocumentLength(LARGEST_HEADER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** What a tensor's numbers are, by the format's names. */
  enum Type {
    F32(Float.BYTES),
    F64(Double.BYTES);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }
  }

  /** A tensor's name, type and shape. */
  record Entry(String name, Type type, int rows, int columns) {

    /** A tensor of 32-bit floats. */
    Entry(String name, int rows, int columns) {
      this(name, Type.F32, rows, columns);
    }

    /** How many its numbers take: no overflow where a file has them, or an array. */
    long bytes() {
      return (long) rows * columns * type.bytes;
    }
  }

  /** A mapper with strict limits, for JSON inside the metadata too. */
  static JsonMapper json() {
    return JSON;
  }

  /** The file's bytes. */
  ByteBuffer encode() throws IOException {
    ObjectNode header = JSON.createObjectNode();
    ObjectNode meta = header.putObject(METADATA);
    metadata.forEach(meta::put);
    long offset = 0;
    for (Entry tensor : tensors) {
      ObjectNode node = header.putObject(tensor.name());
      node.put("dtype", tensor.type().name());
      node.putArray("shape").add(tensor.rows()).add(tensor.columns());
      long end = offset + tensor.bytes();
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = JSON.writeValueAsBytes(header);
    // The data begins at a multiple of eight bytes; the format allows spaces behind the header.
    int padded = (json.length + 7) / 8 * 8;
    long size = LENGTH_BYTES + padded + offset;
    requireSize(size);
    ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(padded).put(json);
    for (int i = json.length; i < padded; i++) {
      bytes.put((byte) ' ');
    }
    bytes.put(data.duplicate());
    return bytes.rewind();
  }

  /** Refuses files that one array cannot hold. */
  static void requireSize(long bytes) throws IOException {
    if (bytes > LARGEST_FILE) {
      throw new IOException(
          "it has " + bytes + " bytes, more than the " + LARGEST_FILE + " that a model file can");
    }
  }

  /**
   * Reads a file's bytes.
   *
   * @throws IOException that says what is wrong with them
   */
  static Safetensors decode(byte[] file) throws IOException {
    if (file.length < LENGTH_BYTES) {
      throw new IOException(
          "it is no safetensors file: that begins with 8 bytes, and it has " + file.length);
    }
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    long headerLength = bytes.getLong();
    if (headerLength < 2 || headerLength > LARGEST_HEADER) {
      throw new IOException(
          headerLength > LARGEST_HEADER && headerLength <= bytes.remaining()
              ? "its header has " + headerLength + " bytes, and " + LARGEST_HEADER + " are allowed"
              : "it is no safetensors file");
    }
    if (bytes.hasRemaining() && bytes.get(LENGTH_BYTES) != '{') {
      throw new IOException("it is no safetensors file: its header is no JSON object");
    }
    if (headerLength > bytes.remaining()) {
      throw cutShort(file.length, LENGTH_BYTES + headerLength);
    }
    JsonNode header = header(file, (int) headerLength);
    ByteBuffer data =
        bytes.position(LENGTH_BYTES + (int) headerLength).slice().order(ByteOrder.LITTLE_ENDIAN);
    return new Safetensors(
        metadata(header.get(METADATA)), tensors(header, data.remaining(), file.length), data);
  }

  private static IOException cutShort(long bytes, long needed) {
    return new IOException(
        "it is cut short: it has " + bytes + " bytes where " + needed + " are needed");
  }

  private static JsonNode header(byte[] file, int length) throws IOException {
    // Jackson would guess UTF-16 or 32 from the first bytes; the format is UTF-8.
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(file, LENGTH_BYTES, length))
            .toString();
    JsonNode header = JSON.readTree(text);
    if (!header.isObject()) {
      throw new IOException("its header is no JSON object");
    }
    return header;
  }

  private static SortedMap<String, String> metadata(JsonNode node) throws IOException {
    SortedMap<String, String> metadata = new TreeMap<>();
    if (node == null) {
      return metadata;
    }
    if (!node.isObject()) {
      throw new IOException("its metadata is no JSON object");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getValue().isTextual()) {
        throw new IOException("its metadata " + entry.getKey() + " is no string");
      }
      metadata.put(entry.getKey(), entry.getValue().textValue());
    }
    return metadata;
  }

  private static List<Entry> tensors(JsonNode header, long dataBytes, long fileBytes)
      throws IOException {
    TreeMap<Long, Entry> byPlace = new TreeMap<>();
    TreeMap<Long, Long> ends = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : header.properties()) {
      if (field.getKey().equals(METADATA)) {
        continue;
      }
      String name = field.getKey();
      JsonNode node = field.getValue();
      Type type = type(node, name);
      long[] shape = pair(node.get("shape"), name + "'s shape");
      long[] place = pair(node.get("data_offsets"), name + "'s place");
      if (!takes(place[1] - place[0], shape, type)) {
        throw new IOException(
            "tensor "
                + name
                + " has "
                + (place[1] - place[0])
                + " bytes, not what its shape takes");
      }
      if (place[1] == place[0]) {
        throw new IOException("tensor " + name + " is empty");
      }
      if (byPlace.put(place[0], new Entry(name, type, (int) shape[0], (int) shape[1])) != null) {
        throw new IOException("tensor " + name + " overlaps another");
      }
      ends.put(place[0], place[1]);
    }
    long expected = 0;
    for (Map.Entry<Long, Long> place : ends.entrySet()) {
      if (place.getKey() != expected) {
        throw new IOException("its tensors leave a hole, or overlap, at byte " + expected);
      }
      expected = place.getValue();
    }
    if (expected > dataBytes) {
      throw cutShort(fileBytes, fileBytes - dataBytes + expected);
    }
    if (expected != dataBytes) {
      throw new IOException(
          "its tensors take " + expected + " bytes, but " + dataBytes + " are there");
    }
    return new ArrayList<>(byPlace.values());
  }

  private static Type type(JsonNode node, String name) throws IOException {
    if (node.isObject() && node.size() == 3) {
      for (Type type : Type.values()) {
        if (node.path("dtype").asText().equals(type.name())) {
          return type;
        }
      }
    }
    throw new IOException("tensor " + name + " is not described as floats of 32 or 64 bits");
  }

  /** Whether a shape takes so many bytes; its product may be too large for a long. */
  private static boolean takes(long bytes, long[] shape, Type type) {
    return bytes % type.bytes == 0 && bytes / type.bytes == shape[0] * shape[1];
  }

  /** Two numbers from 0 to 2³¹ − 1, whose product cannot overflow a long. */
  private static long[] pair(JsonNode node, String what) throws IOException {
    if (node == null || !node.isArray() || node.size() != 2) {
      throw new IOException(what + " is not two numbers");
    }
    long[] pair = new long[2];
    for (int i = 0; i < 2; i++) {
      if (!node.get(i).canConvertToInt() || !node.get(i).isInt() || node.get(i).intValue() < 0) {
        throw new IOException(what + " has " + node.get(i) + ", which is no size");
      }
      pair[i] = node.get(i).intValue();
    }
    return pair;
  }
}
