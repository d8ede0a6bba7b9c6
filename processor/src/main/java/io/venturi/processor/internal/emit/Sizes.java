package io.venturi.processor.internal.emit;

import com.palantir.javapoet.CodeBlock;
import io.venturi.processor.internal.ir.NetworkLayer;
import io.venturi.processor.internal.ir.NetworkModel;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.spi.Dim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sizes as generated code writes them: literals; or, where the data gives the input's width, names
 * of what follows from it.
 *
 * @param inputWidth the name of the input's width
 * @param description the name of the field with the layer table
 * @param shares the names of sizes that are shares of the input's width, in the order of the layers
 *     that have them first
 */
record Sizes(String inputWidth, String description, Map<Dim.OfInput, String> shares) {

  static Sizes of(NetworkModel network) {
    Set<String> layers =
        network.layers().stream().map(NetworkLayer::name).collect(Collectors.toUnmodifiableSet());
    Map<Dim.OfInput, String> shares = new LinkedHashMap<>();
    for (NetworkLayer layer : network.layers()) {
      Dim size = layer.output().flatten();
      Dim units = size instanceof Dim.Multiple multiple ? multiple.dim() : size;
      if (units instanceof Dim.OfInput share && !isInput(share)) {
        shares.computeIfAbsent(share, s -> unclaimed(layer.name() + "Units", layers));
      }
    }
    return new Sizes(unclaimed("inputWidth", layers), unclaimed("description", layers), shares);
  }

  /** Whether the network's width comes from data. */
  static boolean isFromData(NetworkModel network) {
    return network.input().width().isEmpty();
  }

  /** Layers have fields of their own names, and these come beside them. */
  private static String unclaimed(String name, Set<String> layers) {
    return layers.contains(name) ? unclaimed(name + "_", layers) : name;
  }

  /** The size where the input's width is at hand. */
  CodeBlock of(Dim dim) {
    if (dim instanceof Dim.OfInput share) {
      if (isInput(share)) {
        return CodeBlock.of("$N", inputWidth);
      }
      String name = shares.get(share);
      return name == null ? ofShare(share) : CodeBlock.of("$N", name);
    }
    if (dim instanceof Dim.Multiple multiple) {
      return CodeBlock.of("$L * $L", multiple.factor(), of(multiple.dim()));
    }
    return CodeBlock.of("$L", dim);
  }

  /** What a share's size follows from. */
  CodeBlock ofShare(Dim.OfInput share) {
    return CodeBlock.of("$T.share($L, $N)", Names.FROM_DATA, share.fraction(), inputWidth);
  }

  /** Whether a workspace asks for the input's width. */
  boolean keepsInputWidth(NetworkModel network) {
    List<NetworkLayer> layers = network.layers();
    return layers.subList(0, layers.size() - 1).stream()
        .anyMatch(
            layer ->
                layer.section() != Section.BOTTLENECK
                    && layer.output().flatten() instanceof Dim.OfInput share
                    && isInput(share));
  }

  private static boolean isInput(Dim.OfInput share) {
    return share.equals(Dim.OfInput.ALL);
  }
}
