package io.venturi.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A model file taken apart and put together again, with a hash that fits: what someone can make who
 * reads the documentation. Shares no code with the reader under test.
 */
final class ForgedFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  final ObjectNode header;
  ObjectNode manifest;
  byte[] data;

  private ForgedFile(ObjectNode header, ObjectNode manifest, byte[] data) {
    this.header = header;
    this.manifest = manifest;
    this.data = data;
  }

  static ForgedFile of(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int length = Math.toIntExact(little(bytes).getLong(0));
    String text = new String(bytes, 8, length, StandardCharsets.UTF_8);
    ObjectNode header = (ObjectNode) JSON.readTree(text);
    ObjectNode manifest =
        (ObjectNode) JSON.readTree(header.path("__metadata__").path("manifest").textValue());
    return new ForgedFile(header, manifest, Arrays.copyOfRange(bytes, 8 + length, bytes.length));
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  ObjectNode metadata() {
    return (ObjectNode) header.get("__metadata__");
  }

  ObjectNode tensor(String name) {
    return (ObjectNode) header.get(name);
  }

  ObjectNode layer(int index) {
    return (ObjectNode) manifest.get("layers").get(index);
  }

  /** The values of one tensor. */
  float[] values(String name) {
    int from = header.path(name).path("data_offsets").path(0).intValue();
    int to = header.path(name).path("data_offsets").path(1).intValue();
    float[] values = new float[(to - from) / 4];
    little(data).position(from).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  void setValue(int index, float value) {
    little(data).putFloat(4 * index, value);
  }

  /** Writes it with the hash that its contents have. */
  void write(Path file) throws IOException {
    write(file, JSON.writeValueAsString(manifest));
  }

  /** Writes it with this text for a manifest, and the hash that fits. */
  void write(Path file, String manifestText) throws IOException {
    metadata().put("manifest", manifestText);
    metadata().put("sha256", hash(manifestText));
    writeHeader(file, JSON.writeValueAsString(header));
  }

  String headerText() throws IOException {
    return JSON.writeValueAsString(header);
  }

  /** Writes it with this text for a header. */
  void writeHeader(Path file, String headerText) throws IOException {
    byte[] json = headerText.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json).put(data);
    Files.write(file, bytes.array());
  }

  private String hash(String manifestText) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(manifestText.getBytes(StandardCharsets.UTF_8));
      digest.update(data);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
