package io.venturi.model;

import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether the parameters of one network fit another. */
final class NetworkDifference {

  private NetworkDifference() {}

  /** The first thing in which two networks differ so that one's parameters do not fit the other. */
  static String between(NetworkDescription file, NetworkDescription target) {
    if (file.inputs() != target.inputs()) {
      return "rows of " + file.inputs() + " values instead of " + target.inputs();
    }
    List<LayerDescription> own = file.layers();
    List<LayerDescription> wanted = target.layers();
    for (int i = 0; i < Math.min(own.size(), wanted.size()); i++) {
      if (!fits(key(own.get(i)), key(wanted.get(i)))) {
        return "layer " + describe(own.get(i)) + " instead of " + describe(wanted.get(i));
      }
    }
    return own.size() == wanted.size() ? "" : own.size() + " layers instead of " + wanted.size();
  }

  /** Files from before layers had shapes have widths alone. */
  private static boolean fits(LayerDescription own, LayerDescription wanted) {
    boolean flat = own.inputShape().size() == 1 && own.outputShape().size() == 1;
    return flat ? own.equals(flattened(wanted)) : own.equals(wanted);
  }

  private static LayerDescription flattened(LayerDescription layer) {
    return new LayerDescription(
        layer.section(),
        layer.name(),
        layer.kind(),
        layer.inputs(),
        layer.outputs(),
        layer.attributes());
  }

  /** Everything but what matters to training alone, which trained parameters do not depend on. */
  private static LayerDescription key(LayerDescription layer) {
    Map<String, String> attributes = new TreeMap<>(layer.attributes());
    attributes.keySet().removeIf(name -> name.startsWith(LayerDescription.TRAINING));
    return new LayerDescription(
        layer.section(),
        layer.name(),
        layer.kind(),
        layer.inputShape(),
        layer.outputShape(),
        attributes);
  }

  private static String describe(LayerDescription layer) {
    return layer.name()
        + " ("
        + text(layer.inputShape())
        + " → "
        + text(layer.outputShape())
        + ", "
        + key(layer).attributes()
        + ")";
  }

  /** As people write it: {@code 784}, {@code 28×28×1}. */
  private static String text(List<Integer> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }
}
