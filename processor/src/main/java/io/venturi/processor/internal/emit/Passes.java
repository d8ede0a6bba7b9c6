package io.venturi.processor.internal.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import io.venturi.processor.internal.ir.NetworkLayer;
import io.venturi.processor.internal.ir.NetworkModel;
import io.venturi.processor.internal.ir.ReservedNames;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the four passes: one straight line of calls each. */
final class Passes {

  private final ClassName workspace;

  Passes(ClassName workspace) {
    this.workspace = workspace;
  }

  List<MethodSpec> of(NetworkModel network) {
    return List.of(
        forward("encode", network.encoding(), ReservedNames.INPUT),
        forward("decode", network.decoding(), ReservedNames.LATENT),
        backward("decodeGradient", network.decoding(), ReservedNames.LATENT),
        backward("encodeGradient", network.encoding(), ReservedNames.INPUT));
  }

  private MethodSpec forward(String name, List<NetworkLayer> layers, String source) {
    MethodSpec.Builder method = pass(name);
    for (int i = 0; i < layers.size(); i++) {
      call(method, "forward", layers, i, source);
    }
    return method.build();
  }

  private MethodSpec backward(String name, List<NetworkLayer> layers, String source) {
    MethodSpec.Builder method = pass(name);
    for (int i = layers.size() - 1; i >= 0; i--) {
      call(method, "backward", layers, i, source);
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
