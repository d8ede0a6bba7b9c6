package io.venturi.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.venturi.data.Gaps;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a model file says about its network, as JSON.
 *
 * @param network the network
 * @param provenance where it comes from
 * @param scaling what the model does to rows first, if anything
 * @param annotations the spec's loss and types
 * @param gaps what the model makes of missing values
 */
record Manifest(
    NetworkDescription network,
    Provenance provenance,
    @Nullable ScalingEntry scaling,
    List<AnnotationEntry> annotations,
    Gaps gaps) {

  private static final int MOST_LAYERS = 10_000;
  private static final int MOST_ANNOTATIONS = 1000;
  private static final int MOST_SIZES = 8;

  private static final Set<String> ROOT_KEYS =
      Set.of(
          "spec",
          "inputShape",
          "contributions",
          "layers",
          "provenance",
          "scaler",
          "annotations",
          "missingValues");
  private static final Set<String> LAYER_KEYS =
      Set.of(
          "section",
          "name",
          "kind",
          "inputs",
          "outputs",
          "inputShape",
          "outputShape",
          "attributes");

  private static final Set<String> ANNOTATION_KEYS = Set.of("role", "type", "members", "inUse");

  /** Java identifiers and binary names, ASCII alone. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_.$]{0,1000}");

  String toJson() {
    ObjectNode root = Safetensors.json().createObjectNode();
    root.put("spec", network.spec());
    network.inputShape().forEach(root.putArray("inputShape")::add);
    network.contributions().forEach(root.putObject("contributions")::put);
    for (LayerDescription layer : network.layers()) {
      ObjectNode node = root.withArray("/layers").addObject();
      node.put("section", layer.section().name().toLowerCase(Locale.ROOT));
      node.put("name", layer.name());
      node.put("kind", layer.kind());
      node.put("inputs", layer.inputs());
      node.put("outputs", layer.outputs());
      putShape(node, "inputShape", layer.inputShape());
      putShape(node, "outputShape", layer.outputShape());
      layer.attributes().forEach(node.putObject("attributes")::put);
    }
    provenance.facts().forEach(root.putObject("provenance")::put);
    if (scaling != null) {
      scaling.facts().forEach(root.putObject("scaler")::put);
    }
    if (gaps.allowed()) {
      root.putObject("missingValues").put("fill", Float.toString(gaps.fill()));
    }
    try {
      for (AnnotationEntry annotation : annotations) {
        ObjectNode node = root.withArray("/annotations").addObject();
        node.put("role", annotation.role().name().toLowerCase(Locale.ROOT));
        node.put("type", annotation.type());
        node.set("members", Safetensors.json().readTree(annotation.members()));
        node.put("inUse", annotation.isInUse());
      }
      return Safetensors.json().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // A tree of strings and numbers can be written.
    }
  }

  /** Files of layers without a shape but their width are as they always were. */
  private static void putShape(ObjectNode node, String field, List<Integer> shape) {
    if (shape.size() != 1) {
      shape.forEach(node.putArray(field)::add);
    }
  }

  static Manifest parse(String json) throws IOException {
    JsonNode root = Safetensors.json().readTree(json);
    requireKeys(root, ROOT_KEYS);
    NetworkDescription.Builder network =
        NetworkDescription.builder(
            name(root, "spec"), sizes(root.path("inputShape"), "input shape"));
    strings(root.path("contributions")).forEach(network::contribution);
    JsonNode layers = root.path("layers");
    if (!layers.isArray() || layers.isEmpty() || layers.size() > MOST_LAYERS) {
      throw new IOException("its manifest has no layers");
    }
    Set<String> names = new HashSet<>();
    for (JsonNode layer : layers) {
      requireKeys(layer, LAYER_KEYS);
      String name = name(layer, "name");
      if (!names.add(name)) {
        throw new IOException("its manifest has two layers " + name);
      }
      network.layer(
          constant(Section.class, layer.path("section").asText()),
          name,
          name(layer, "kind"),
          shape(layer, "inputShape", size(layer.path("inputs"))),
          shape(layer, "outputShape", size(layer.path("outputs"))),
          strings(layer.path("attributes")));
    }
    NetworkDescription built = network.build();
    requireSections(built.layers());
    return new Manifest(
        built,
        new Provenance(strings(root.path("provenance"))),
        root.has("scaler") ? ScalingEntry.parse(strings(root.get("scaler"))) : null,
        annotations(root.path("annotations")),
        root.has("missingValues") ? gaps(strings(root.get("missingValues"))) : Gaps.REFUSED);
  }

  /** A string, as Java writes floats, so that it keeps every bit. */
  private static Gaps gaps(Map<String, String> facts) throws IOException {
    String fill = facts.get("fill");
    if (fill == null || facts.size() > 1) {
      throw new IOException("its missing values have the keys " + facts.keySet());
    }
    try {
      return Gaps.filledWith(Float.parseFloat(fill));
    } catch (IllegalArgumentException e) { // No number, or none that is finite.
      throw new IOException("its missing values are filled with " + fill, e);
    }
  }

  private static List<AnnotationEntry> annotations(JsonNode array) throws IOException {
    if (array.size() > MOST_ANNOTATIONS || !(array.isArray() || array.isMissingNode())) {
      throw new IOException("its manifest has no sound annotations");
    }
    List<AnnotationEntry> entries = new ArrayList<>();
    for (JsonNode node : array) {
      requireKeys(node, ANNOTATION_KEYS);
      if (!node.path("members").isObject() || !node.path("inUse").isBoolean()) {
        throw new IOException("its manifest has an annotation that is not whole");
      }
      entries.add(
          new AnnotationEntry(
              constant(AnnotationEntry.Role.class, node.path("role").asText()),
              name(node, "type"),
              Safetensors.json().writeValueAsString(node.get("members")),
              node.get("inUse").booleanValue()));
    }
    return entries;
  }

  /** A key that this version does not know could mean anything. */
  private static void requireKeys(JsonNode node, Set<String> known) throws IOException {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!known.contains(entry.getKey())) {
        throw new IOException("its manifest has an unknown key " + entry.getKey());
      }
    }
  }

  /** Encoder layers, one bottleneck, decoder layers, in this order. */
  private static void requireSections(List<LayerDescription> layers) throws IOException {
    if (layers.stream().filter(l -> l.section() == Section.BOTTLENECK).count() != 1) {
      throw new IOException("its manifest has no bottleneck, or several");
    }
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i).section().compareTo(layers.get(i - 1).section()) < 0) {
        throw new IOException("its manifest's layers are not in the order of the sections");
      }
    }
    if (layers.get(layers.size() - 1).section() != Section.DECODER) {
      throw new IOException("its manifest has no decoder");
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) throws IOException {
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

  private static String name(JsonNode node, String field) throws IOException {
    String name = node.path(field).asText();
    if (!NAME.matcher(name).matches()) {
      throw new IOException("its manifest has no sound " + field);
    }
    return name;
  }

  /** Of one size where the file names none. */
  private static List<Integer> shape(JsonNode layer, String field, int width) throws IOException {
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

  private static int[] sizes(JsonNode node, String what) throws IOException {
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

  private static int size(JsonNode node) throws IOException {
    if (!node.isInt() || node.intValue() < 1) {
      throw new IOException("its manifest has " + node + " for a size");
    }
    return node.intValue();
  }

  private static Map<String, String> strings(JsonNode node) throws IOException {
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
