package io.venturi.processor.internal.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.venturi.processor.internal.ir.NetworkLayer;
import io.venturi.processor.internal.ir.NetworkModel;
import io.venturi.processor.internal.ir.ReservedNames;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.spi.Dim;
import java.util.List;

/** Writes the class that holds one shard's activations. */
final class WorkspaceClass {

  private WorkspaceClass() {}

  static TypeSpec of(NetworkModel network, Sizes sizes, ClassName type, ClassName workspace) {
    List<NetworkLayer> encoding = network.encoding();
    NetworkLayer bottleneck = encoding.get(encoding.size() - 1);
    NetworkLayer last = network.layers().get(network.layers().size() - 1);
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(workspace.simpleName())
            .addJavadoc("One shard's activations and their gradients.")
            .addModifiers(PUBLIC, STATIC, FINAL)
            .superclass(Names.NETWORK_WORKSPACE);
    for (NetworkLayer layer : network.layers()) {
      builder.addField(FieldSpec.builder(activations(layer), layer.name(), FINAL).build());
    }
    return builder
        .addMethod(constructor(network, sizes, type, last))
        .addMethod(getter("code", bottleneck))
        .addMethod(getter("output", last))
        .build();
  }

  private static MethodSpec constructor(
      NetworkModel network, Sizes sizes, ClassName type, NetworkLayer last) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addParameter(type, ReservedNames.NETWORK)
            .addParameter(Names.WORKSPACE_MEMORY, ReservedNames.MEMORY)
            .addStatement("super($L)", ReservedNames.MEMORY);
    for (NetworkLayer layer : network.layers()) {
      constructor.addStatement(
          "$1N = network.$1N.activations(memory.$2L)", layer.name(), memory(layer, last, sizes));
    }
    return constructor.build();
  }

  /** Codes lie in one tensor for the whole batch, and so do reconstructions. */
  private static CodeBlock memory(NetworkLayer layer, NetworkLayer last, Sizes sizes) {
    if (layer.section() == Section.BOTTLENECK) {
      return CodeBlock.of("code()");
    }
    if (layer.equals(last)) {
      return CodeBlock.of("output()");
    }
    Dim width = layer.output().flatten();
    String owner = width.fixed().isPresent() ? "" : ReservedNames.NETWORK + ".";
    return CodeBlock.of("hidden($L$L)", owner, sizes.of(width));
  }

  private static MethodSpec getter(String name, NetworkLayer layer) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(PUBLIC)
        .returns(Names.ACTIVATIONS)
        .addStatement("return $N", layer.name())
        .build();
  }

  private static ClassName activations(NetworkLayer layer) {
    return Names.of(layer.activations());
  }
}
