package io.venturi.processor.internal.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.venturi.processor.internal.ir.NetworkLayer;
import io.venturi.processor.internal.ir.NetworkModel;
import io.venturi.processor.internal.ir.ReservedNames;

/**
 * Writes a network's fields and its constructor. Fields have their values where they stand; where
 * the data gives the input's width, the constructor gives them theirs.
 */
final class Construction {

  private final NetworkModel network;
  private final Sizes sizes;
  private final ClassName description;

  Construction(NetworkModel network, Sizes sizes, ClassName description) {
    this.network = network;
    this.sizes = sizes;
    this.description = description;
  }

  void addTo(TypeSpec.Builder type) {
    if (Sizes.isFromData(network)) {
      fieldsOfConstructor(type);
      type.addMethod(constructorFromData());
    } else {
      fieldsWithValues(type);
      type.addMethod(constructor());
    }
  }

  private void fieldsWithValues(TypeSpec.Builder type) {
    for (NetworkLayer layer : network.layers()) {
      type.addField(KernelFields.of(layer).initializer(KernelFields.value(layer, sizes)).build());
    }
    type.addField(outputActivation())
        .addField(parameters().initializer("$T.allocate($L)", Names.PARAMETERS, kernels()).build());
  }

  private void fieldsOfConstructor(TypeSpec.Builder type) {
    type.addField(Names.NETWORK_DESCRIPTION, sizes.description(), PRIVATE, FINAL);
    if (sizes.keepsInputWidth(network)) {
      type.addField(int.class, sizes.inputWidth(), PRIVATE, FINAL);
    }
    sizes.shares().values().forEach(name -> type.addField(int.class, name, PRIVATE, FINAL));
    network.layers().forEach(layer -> type.addField(KernelFields.of(layer).build()));
    type.addField(outputActivation()).addField(parameters().build());
  }

  private FieldSpec outputActivation() {
    ClassName activation = Names.of(network.outputActivation());
    return FieldSpec.builder(activation, ReservedNames.OUTPUT_ACTIVATION, PRIVATE, FINAL)
        .initializer("new $T()", activation)
        .build();
  }

  private static FieldSpec.Builder parameters() {
    return FieldSpec.builder(Names.PARAMETERS, ReservedNames.PARAMETERS, PRIVATE, FINAL);
  }

  private CodeBlock kernels() {
    return network.layers().stream()
        .map(layer -> CodeBlock.of("$N", layer.name()))
        .collect(CodeBlock.joining(",$W"));
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addJavadoc("Makes a network with parameters of its own, all zero still.")
        .addModifiers(PUBLIC)
        .build();
  }

  private MethodSpec constructorFromData() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addJavadoc(
                """
                Makes a network for rows of so many values, with parameters of its own, all zero still.

                @throws io.venturi.error.SpecException if the spec does not work at that width
                """)
            .addModifiers(PUBLIC)
            .addParameter(int.class, sizes.inputWidth())
            .addStatement(
                "$N = new $T().apply($N)", sizes.description(), description, sizes.inputWidth());
    if (!network.isOvercomplete()) {
      constructor.addStatement("$T.requireNarrowCode($N)", Names.FROM_DATA, sizes.description());
    }
    if (sizes.keepsInputWidth(network)) {
      constructor.addStatement("this.$1N = $1N", sizes.inputWidth());
    }
    sizes
        .shares()
        .forEach((share, name) -> constructor.addStatement("$N = $L", name, sizes.ofShare(share)));
    for (NetworkLayer layer : network.layers()) {
      constructor.addStatement("$N = $L", layer.name(), KernelFields.value(layer, sizes));
    }
    return constructor
        .addStatement(
            "$L = $T.allocate($N,$W$L)",
            ReservedNames.PARAMETERS,
            Names.FROM_DATA,
            sizes.description(),
            kernels())
        .build();
  }
}
