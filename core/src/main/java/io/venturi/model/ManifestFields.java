package io.venturi.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads parts of a manifest that may be damaged, or written by a stranger. */
final class ManifestFields {

  private static final int MOST_SIZES = 8;

  /** Java identifiers and binary names, ASCII alone. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_.$]{0,1000}");

  private ManifestFields() {}

  /** A key that this version does not know could mean anything. */
  static void requireKeys(JsonNode node, Set<String> known) throws IOException {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!known.contains(entry.getKey())) {
        throw new IOException("its manifest has an unknown key " + entry.getKey());
      }
    }
  }

  static <E extends Enum<E>> E constant(Class<E> type, String name) throws IOException {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "its manifest has a "
                        + type.getSimpleName().toLowerCase(Locale.ROOT)
                        + " "
                        + name));
  }

  static String name(JsonNode node, String field) throws IOException {
    String name = node.path(field).asText();
    if (!NAME.matcher(name).matches()) {
      throw new IOException("its manifest has no sound " + field);
    }
    return name;
  }

  /** Of one size where the file names none. */
  static List<Integer> shape(JsonNode layer, String field, int width) throws IOException {
    if (!layer.has(field)) {
      return List.of(width);
    }
    int[] sizes = sizes(layer.get(field), field);
    int product = 1;
    for (int size : sizes) {
      product *= size; // No overflow: sizes() has looked.
    }
    if (product != width) {
      throw new IOException("its manifest has " + product + " values in a shape of " + width);
    }
    return Arrays.stream(sizes).boxed().toList();
  }

  static int[] sizes(JsonNode node, String what) throws IOException {
    if (!node.isArray() || node.isEmpty() || node.size() > MOST_SIZES) {
      throw new IOException("its manifest has no " + what);
    }
    int[] sizes = new int[node.size()];
    long product = 1;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = size(node.get(i));
      product *= sizes[i];
      if (product > Integer.MAX_VALUE / Float.BYTES) {
        throw new IOException("its " + what + " is too large");
      }
    }
    return sizes;
  }

  static int size(JsonNode node) throws IOException {
    if (!node.isInt() || node.intValue() < 1) {
      throw new IOException("its manifest has " + node + " for a size");
    }
    return node.intValue();
  }

  static Map<String, String> strings(JsonNode node) throws IOException {
    Map<String, String> strings = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getValue().isTextual()) {
        throw new IOException("its manifest's " + entry.getKey() + " is no string");
      }
      strings.put(entry.getKey(), entry.getValue().textValue());
    }
    return strings;
  }
}
