package io.venturi.processor.internal.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.venturi.processor.internal.ir.NetworkLayer;
import io.venturi.processor.internal.ir.NetworkModel;
import io.venturi.processor.internal.ir.ReservedNames;

/** Writes the class that implements the spec: its methods give the trained layers. */
final class LayersClass {

  static final String NAME = "Layers";

  private LayersClass() {}

  static TypeSpec of(NetworkModel network, ClassName type) {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(NAME)
            .addJavadoc("The trained layers, by the spec's own methods.")
            .addModifiers(PRIVATE, STATIC, FINAL)
            .addField(type, ReservedNames.NETWORK, PRIVATE, FINAL)
            .addMethod(constructor(type));
    ClassName spec = Names.of(network.spec());
    if (network.extendsSpec()) {
      builder.superclass(spec);
    } else {
      builder.addSuperinterface(spec);
    }
    network.layers().stream()
        .filter(NetworkLayer::isMember)
        .forEach(layer -> builder.addMethod(method(layer)));
    return builder.build();
  }

  private static MethodSpec constructor(ClassName type) {
    return MethodSpec.constructorBuilder()
        .addParameter(type, ReservedNames.NETWORK)
        .addStatement("this.network = network")
        .build();
  }

  private static MethodSpec method(NetworkLayer layer) {
    return MethodSpec.methodBuilder(layer.name())
        .addAnnotation(Override.class)
        .addModifiers(PUBLIC)
        .returns(Names.LAYER)
        .addStatement("return network.$1N.layer($1S, network.parameters)", layer.name())
        .build();
  }
}
