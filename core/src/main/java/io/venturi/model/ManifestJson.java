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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A manifest as JSON, one way and the other. What is read is not trusted. */
final class ManifestJson {

  private static final int MOST_LAYERS = 10_000;
  private static final int MOST_ANNOTATIONS = 1000;

  private static final Set<String> ROOT_KEYS =
      Set.of(
          "spec",
          "inputShape",
          "contributions",
          "layers",
          "provenance",
          "scaler",
          "annotations",
          "missingValues",
          "attachments");
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

  private ManifestJson() {}

  /** A line of JSON. */
  static String write(Manifest manifest) {
    ObjectNode root = Safetensors.json().createObjectNode();
    root.put("spec", manifest.network().spec());
    manifest.network().inputShape().forEach(root.putArray("inputShape")::add);
    manifest.network().contributions().forEach(root.putObject("contributions")::put);
    for (LayerDescription layer : manifest.network().layers()) {
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
    manifest.provenance().facts().forEach(root.putObject("provenance")::put);
    ScalingEntry scaling = manifest.scaling();
    if (scaling != null) {
      scaling.facts().forEach(root.putObject("scaler")::put);
    }
    if (manifest.gaps().allowed()) {
      root.putObject("missingValues").put("fill", Float.toString(manifest.gaps().fill()));
    }
    if (manifest.hasAttachments()) {
      root.set("attachments", manifest.attachments());
    }
    try {
      for (AnnotationEntry annotation : manifest.annotations()) {
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

  /**
   * Reads what {@link #write} has written.
   *
   * @throws IOException that says what is wrong, in words that follow the file's name
   */
  static Manifest parse(String json) throws IOException {
    JsonNode root = Safetensors.json().readTree(json);
    ManifestFields.requireKeys(root, ROOT_KEYS);
    NetworkDescription.Builder network =
        NetworkDescription.builder(
            ManifestFields.name(root, "spec"),
            ManifestFields.sizes(root.path("inputShape"), "input shape"));
    ManifestFields.strings(root.path("contributions")).forEach(network::contribution);
    JsonNode layers = root.path("layers");
    if (!layers.isArray() || layers.isEmpty() || layers.size() > MOST_LAYERS) {
      throw new IOException("its manifest has no layers");
    }
    Set<String> names = new HashSet<>();
    for (JsonNode layer : layers) {
      ManifestFields.requireKeys(layer, LAYER_KEYS);
      String name = ManifestFields.name(layer, "name");
      if (!names.add(name)) {
        throw new IOException("its manifest has two layers " + name);
      }
      network.layer(
          ManifestFields.constant(Section.class, layer.path("section").asText()),
          name,
          ManifestFields.name(layer, "kind"),
          ManifestFields.shape(layer, "inputShape", ManifestFields.size(layer.path("inputs"))),
          ManifestFields.shape(layer, "outputShape", ManifestFields.size(layer.path("outputs"))),
          ManifestFields.strings(layer.path("attributes")));
    }
    NetworkDescription built = network.build();
    requireSections(built.layers());
    return new Manifest(
        built,
        new Provenance(ManifestFields.strings(root.path("provenance"))),
        root.has("scaler") ? ScalingEntry.parse(ManifestFields.strings(root.get("scaler"))) : null,
        annotations(root.path("annotations")),
        root.has("missingValues")
            ? gaps(ManifestFields.strings(root.get("missingValues")))
            : Gaps.REFUSED,
        attachments(root));
  }

  /** Their arrays are tensors, so {@link AttachmentJson} reads them beside these. */
  private static @Nullable ObjectNode attachments(JsonNode root) throws IOException {
    JsonNode node = root.get("attachments");
    if (node != null && !(node instanceof ObjectNode)) {
      throw new IOException("its attachments are not sound");
    }
    return (ObjectNode) node;
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
      ManifestFields.requireKeys(node, ANNOTATION_KEYS);
      if (!node.path("members").isObject() || !node.path("inUse").isBoolean()) {
        throw new IOException("its manifest has an annotation that is not whole");
      }
      entries.add(
          new AnnotationEntry(
              ManifestFields.constant(AnnotationEntry.Role.class, node.path("role").asText()),
              ManifestFields.name(node, "type"),
              Safetensors.json().writeValueAsString(node.get("members")),
              node.get("inUse").booleanValue()));
    }
    return entries;
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
}
