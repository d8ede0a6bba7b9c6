package io.venturi.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network is, as data: enough to build the same network again from the same kernels, and to
 * say which plugins it needs.
 *
 * @param spec the binary name of the spec
 * @param inputShape the shape of one row
 * @param contributions the annotations of the spec's loss, types, noise and layers, by binary name,
 *     each with the {@code groupId:artifactId} that brings it
 * @param layers all layers, from input to output
 */
public record NetworkDescription(
    String spec,
    List<Integer> inputShape,
    Map<String, String> contributions,
    List<LayerDescription> layers) {

  public NetworkDescription {
    inputShape = List.copyOf(inputShape);
    contributions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
    layers = List.copyOf(layers);
  }

  /** Starts a description of the spec with this binary name and shape of one row. */
  public static Builder builder(String spec, int... inputShape) {
    return new Builder(spec, inputShape);
  }

  /** Values in one row. */
  public int inputs() {
    return LayerDescription.size(inputShape);
  }

  /** Values that the decoder reads of one row: what {@code Model.encode} gives. */
  public int latentSize() {
    for (LayerDescription layer : layers) {
      if (layer.section() == Section.DECODER) {
        return layer.inputs();
      }
    }
    throw new IllegalStateException(spec + " has no decoder");
  }

  /**
   * Values that the encoder gives of one row: {@link #latentSize()}, or more where a type makes of
   * several numbers one that the decoder reads.
   */
  public int codeSize() {
    for (LayerDescription layer : layers) {
      if (layer.section() == Section.BOTTLENECK) {
        return layer.outputs();
      }
    }
    throw new IllegalStateException(spec + " has no bottleneck");
  }

  /** The spec's name without its package, for messages. */
  public String simpleName() {
    return simpleName(spec);
  }

  /** The name of a class without its package and the classes around it. */
  public static String simpleName(String binaryName) {
    return binaryName.substring(
        Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
  }

  /** Collects a description, in the order in which generated code reads best. */
  public static final class Builder {

    private final String spec;
    private final List<Integer> inputShape = new ArrayList<>();
    private final Map<String, String> contributions = new LinkedHashMap<>();
    private final List<LayerDescription> layers = new ArrayList<>();

    private Builder(String spec, int... inputShape) {
      this.spec = spec;
      for (int size : inputShape) {
        this.inputShape.add(size);
      }
    }

    /**
     * An annotation on the spec or its layers that a plugin brings, and the artifact of that
     * plugin.
     */
    public Builder contribution(String annotation, String artifact) {
      contributions.put(annotation, artifact);
      return this;
    }

    /** The next layer, between rows that have no shape but their width. */
    public Builder layer(
        Section section,
        String name,
        String kind,
        int inputs,
        int outputs,
        Map<String, String> attributes) {
      return layer(section, name, kind, List.of(inputs), List.of(outputs), attributes);
    }

    /** The next layer, between rows of these shapes. */
    public Builder layer(
        Section section,
        String name,
        String kind,
        List<Integer> inputShape,
        List<Integer> outputShape,
        Map<String, String> attributes) {
      layers.add(new LayerDescription(section, name, kind, inputShape, outputShape, attributes));
      return this;
    }

    /** The description of what was collected. */
    public NetworkDescription build() {
      return new NetworkDescription(spec, inputShape, contributions, layers);
    }
  }
}
