package io.venturi.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.venturi.model.Safetensors.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Attachments as a manifest has them: for each its fields, and of its arrays the type and the
 * length. The numbers are tensors behind the model's, named {@code attachment:<name>.<array>}.
 */
final class AttachmentJson {

  /** In front of the names of attachments' tensors: no layer is called so. */
  static final String PREFIX = "attachment:";

  static final int MOST_ATTACHMENTS = 100;

  private static final Set<String> KEYS = Set.of("fields", "arrays");
  private static final Set<String> ARRAY_KEYS = Set.of("type", "length");

  private AttachmentJson() {}

  static void write(List<Attachment> attachments, ObjectNode into) {
    for (Attachment attachment : attachments) {
      ObjectNode node = into.putObject(attachment.name());
      attachment.fields().forEach(node.putObject("fields")::put);
      ObjectNode arrays = node.putObject("arrays");
      for (Entry entry : tensors(attachment)) {
        String array = entry.name().substring(prefix(attachment.name()).length());
        arrays.putObject(array).put("type", entry.type().name()).put("length", entry.columns());
      }
    }
  }

  private static String prefix(String attachment) {
    return PREFIX + attachment + ".";
  }

  /** The table of an attachment's tensors. */
  static List<Entry> tensors(Attachment attachment) {
    List<Entry> entries = new ArrayList<>();
    attachment
        .arrays()
        .forEach(
            (array, values) ->
                entries.add(
                    values instanceof float[] floats
                        ? new Entry(
                            prefix(attachment.name()) + array,
                            Safetensors.Type.F32,
                            1,
                            floats.length)
                        : new Entry(
                            prefix(attachment.name()) + array,
                            Safetensors.Type.F64,
                            1,
                            ((double[]) values).length)));
    return entries;
  }

  /** Puts an attachment's numbers behind what is there. */
  static void put(Attachment attachment, ByteBuffer data) {
    for (Object values : attachment.arrays().values()) {
      if (values instanceof float[] floats) {
        for (float value : floats) {
          data.putFloat(value);
        }
      } else {
        for (double value : (double[]) values) {
          data.putDouble(value);
        }
      }
    }
  }

  /**
   * Reads what {@link #write} and {@link #put} have written.
   *
   * @param node the manifest's part
   * @param tensors those of attachments that the file has
   * @param data their bytes, little-endian
   * @throws IOException that says what is wrong, in words that follow the file's name
   */
  static List<Attachment> parse(JsonNode node, List<Entry> tensors, ByteBuffer data)
      throws IOException {
    if (!node.isObject() || node.isEmpty() || node.size() > MOST_ATTACHMENTS) {
      throw new IOException("its attachments are not sound");
    }
    List<Attachment> attachments = new ArrayList<>();
    int next = 0;
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      JsonNode entry = each.getValue();
      ManifestFields.requireKeys(entry, KEYS);
      if (!entry.path("fields").isObject()
          || !entry.path("arrays").isObject()
          || entry.path("fields").size() > Attachment.MOST_FIELDS
          || entry.path("arrays").size() > Attachment.MOST_ARRAYS) {
        throw new IOException("its attachments are not sound");
      }
      try {
        Attachment.Builder builder = Attachment.named(each.getKey());
        ManifestFields.strings(entry.path("fields")).forEach(builder::field);
        for (Map.Entry<String, JsonNode> array : entry.path("arrays").properties()) {
          Entry expected = entry(prefix(each.getKey()) + array.getKey(), array.getValue());
          // The table first: nothing is allocated that the file does not hold.
          if (next == tensors.size() || !tensors.get(next).equals(expected)) {
            throw new IOException("its tensors are not those of its attachments");
          }
          next++;
          read(builder, array.getKey(), expected, data);
        }
        attachments.add(builder.build());
      } catch (IllegalArgumentException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    if (next != tensors.size()) {
      throw new IOException("its tensors are not those of its attachments");
    }
    return attachments;
  }

  private static Entry entry(String name, JsonNode array) throws IOException {
    ManifestFields.requireKeys(array, ARRAY_KEYS);
    return new Entry(
        name,
        ManifestFields.constant(
            Safetensors.Type.class, array.path("type").asText().toLowerCase(Locale.ROOT)),
        1,
        ManifestFields.size(array.path("length")));
  }

  private static void read(Attachment.Builder builder, String array, Entry entry, ByteBuffer data) {
    ByteBuffer left = data.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (entry.type() == Safetensors.Type.F32) {
      float[] values = new float[entry.columns()];
      left.asFloatBuffer().get(values);
      builder.array(array, values);
    } else {
      double[] values = new double[entry.columns()];
      left.asDoubleBuffer().get(values);
      builder.array(array, values);
    }
    data.position(data.position() + (int) entry.bytes());
  }
}
