package io.venturi.testkit;

import io.venturi.kernel.Activation;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known of a spec's parts in double precision: core's own, and what the author states. */
final class Formulas {

  private final Map<String, LayerFormula> layers = new LinkedHashMap<>(CoreLayers.FORMULAS);
  private final Map<String, ActivationFormula> activations =
      new LinkedHashMap<>(CoreActivations.FORMULAS);
  private final Map<String, DrawnPenaltyFormula> penalties = new LinkedHashMap<>();
  private final Map<String, DrawnJacobianFormula> jacobians = new LinkedHashMap<>();
  @Nullable LossFormula loss;
  @Nullable TransformFormula transform;
  @Nullable UnaryOperator<double[][]> transformInUse;

  void addLayer(String kind, LayerFormula formula) {
    layers.put(kind, formula);
  }

  void addActivation(Class<? extends Activation> activation, ActivationFormula formula) {
    activations.put(activation.getName(), formula);
  }

  void addPenalty(String name, DrawnPenaltyFormula formula) {
    penalties.put(name, formula);
  }

  void addJacobian(String name, DrawnJacobianFormula formula) {
    jacobians.put(name, formula);
  }

  @Nullable DrawnPenaltyFormula penalty(String name) {
    return penalties.get(name);
  }

  @Nullable DrawnJacobianFormula jacobian(String name) {
    return jacobians.get(name);
  }

  boolean knowsActivation(String className) {
    return activations.containsKey(className);
  }

  LayerFormula layer(String kind) {
    return known(layers, kind);
  }

  ActivationFormula activation(LayerDescription layer) {
    return known(activations, layer.attributes().getOrDefault("activation", CoreActivations.NONE));
  }

  ActivationFormula activation(Activation activation) {
    return known(activations, activation.getClass().getName());
  }

  private static <T> T known(Map<String, T> formulas, String name) {
    T formula = formulas.get(name);
    if (formula == null) {
      throw new IllegalStateException("no formula for " + name);
    }
    return formula;
  }

  /** What has no formula, in words that say how to state it; empty if all have. */
  String missing(Parts parts, NetworkDescription network) {
    Set<String> missing = missingLayers(network);
    if (loss == null) {
      missing.add("loss(row -> ...)");
    }
    if (parts.transform() != null && transform == null) {
      missing.add("transform((codes, seed) -> ...)");
    }
    parts.penalties().stream()
        .filter(penalty -> !penalties.containsKey(penalty.name()))
        .forEach(penalty -> missing.add("penalty(\"" + penalty.name() + "\", codes -> ...)"));
    parts.jacobianPenalties().stream()
        .filter(penalty -> !jacobians.containsKey(penalty.name()))
        .forEach(penalty -> missing.add("jacobian(\"" + penalty.name() + "\", j -> ...)"));
    return String.join(", ", missing);
  }

  /** The same of what a model in use goes through. */
  String missingInUse(boolean transforms, NetworkDescription network) {
    Set<String> missing = missingLayers(network);
    if (transforms && transformInUse == null) {
      missing.add("transformInUse(codes -> ...)");
    }
    return String.join(", ", missing);
  }

  private Set<String> missingLayers(NetworkDescription network) {
    Set<String> missing = new TreeSet<>();
    for (LayerDescription layer : network.layers()) {
      if (!layers.containsKey(layer.kind())) {
        missing.add("layer(" + NetworkDescription.simpleName(layer.kind()) + ".class, ...)");
      }
      String activation = layer.attributes().getOrDefault("activation", CoreActivations.NONE);
      if (!activations.containsKey(activation)) {
        missing.add("activation(" + NetworkDescription.simpleName(activation) + ".class, ...)");
      }
    }
    return missing;
  }
}
