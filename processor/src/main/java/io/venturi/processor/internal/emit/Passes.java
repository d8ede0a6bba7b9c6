package io.venturi.processor.internal.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import io.venturi.processor.internal.ir.NetworkLayer;
import io.venturi.processor.internal.ir.NetworkModel;
import io.venturi.processor.internal.ir.ReservedNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the four passes, and the two of the encoder's Jacobian where its layers can: one straight
 * line of calls each.
 */
final class Passes {

  private final ClassName workspace;

  Passes(ClassName workspace) {
    this.workspace = workspace;
  }

  List<MethodSpec> of(NetworkModel network) {
    List<MethodSpec> passes = new ArrayList<>();
    passes.add(up("encode", "forward", network.encoding(), ReservedNames.INPUT));
    passes.add(up("decode", "forward", network.decoding(), ReservedNames.LATENT));
    passes.add(down("decodeGradient", "backward", network.decoding(), ReservedNames.LATENT));
    passes.add(down("encodeGradient", "backward", network.encoding(), ReservedNames.INPUT));
    if (network.hasJacobian()) {
      passes.add(down("pullback", "pullback", network.encoding(), ReservedNames.INPUT));
      passes.add(up("pushforward", "pushforward", network.encoding(), ReservedNames.INPUT));
    }
    return passes;
  }

  /** From the first layer to the last. */
  private MethodSpec up(String name, String verb, List<NetworkLayer> layers, String source) {
    MethodSpec.Builder method = pass(name);
    for (int i = 0; i < layers.size(); i++) {
      call(method, verb, layers, i, source);
    }
    return method.build();
  }

  /** From the last layer to the first. */
  private MethodSpec down(String name, String verb, List<NetworkLayer> layers, String source) {
    MethodSpec.Builder method = pass(name);
    for (int i = layers.size() - 1; i >= 0; i--) {
      call(method, verb, layers, i, source);
    }
    return method.build();
  }

  private MethodSpec.Builder pass(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(workspace, ReservedNames.WORKSPACE);
  }

  /** A layer's call on its own field of the workspace and on the one before. */
  private static void call(
      MethodSpec.Builder method, String verb, List<NetworkLayer> layers, int at, String source) {
    String layer = layers.get(at).name();
    String before = at == 0 ? source : layers.get(at - 1).name();
    method.addStatement("$1N.$2L(w, w.$3N, w.$1N)", layer, verb, before);
  }
}
