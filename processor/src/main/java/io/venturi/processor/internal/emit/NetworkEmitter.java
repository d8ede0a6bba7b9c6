package io.venturi.processor.internal.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.venturi.processor.internal.ir.ClassRef;
import io.venturi.processor.internal.ir.NetworkModel;
import io.venturi.processor.internal.ir.ReservedNames;

/** Writes a network. */
public final class NetworkEmitter {

  private static final String PROCESSOR = "io.venturi.processor.NetworkProcessor";

  /** The source of the class that the spec becomes. */
  public GeneratedSource emit(NetworkModel network) {
    ClassRef ref = network.spec().network();
    String text =
        JavaFile.builder(ref.packageName(), type(network, Names.of(ref)))
            .skipJavaLangImports(true)
            .build()
            .toString();
    return new GeneratedSource(ref, Layout.of(text));
  }

  private static TypeSpec type(NetworkModel network, ClassName type) {
    ClassName workspace = type.nestedClass("Workspace");
    ClassName description = type.nestedClass(ReservedNames.DESCRIPTION);
    ClassName spec = Names.of(network.spec());
    Sizes sizes = Sizes.of(network);
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(type)
            .addJavadoc(Summary.of(network))
            .addModifiers(FINAL)
            .addSuperinterface(ParameterizedTypeName.get(Names.GENERATED_NETWORK, spec, workspace))
            .alwaysQualify(network.memberTypes().toArray(String[]::new));
    if (network.isPublic()) {
      builder.addModifiers(PUBLIC);
    }
    annotations(network, builder);
    new Construction(network, sizes, description).addTo(builder);
    methods(description(network, sizes, description), workspace, builder);
    new Passes(workspace).of(network).forEach(builder::addMethod);
    return builder
        .addMethod(layers(spec))
        .addType(DescriptionClass.of(network, sizes, description))
        .addType(WorkspaceClass.of(network, sizes, type, workspace))
        .addType(LayersClass.of(network, type))
        .build();
  }

  private static void annotations(NetworkModel network, TypeSpec.Builder builder) {
    network
        .generatedAnnotation()
        .map(Names::of)
        .map(generated -> AnnotationSpec.builder(generated).addMember("value", "$S", PROCESSOR))
        .ifPresent(generated -> builder.addAnnotation(generated.build()));
    if (network.usesDeprecated()) {
      builder.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "{$S, $S}", "deprecation", "removal")
              .build());
    }
  }

  private static void methods(
      CodeBlock description, ClassName workspace, TypeSpec.Builder builder) {
    builder
        .addMethod(
            override("description", Names.NETWORK_DESCRIPTION)
                .addStatement("return $L", description)
                .build())
        .addMethod(getter("parameters", Names.PARAMETERS, ReservedNames.PARAMETERS))
        .addMethod(getter("outputActivation", Names.ACTIVATION, ReservedNames.OUTPUT_ACTIVATION))
        .addMethod(
            override("workspace", workspace)
                .addParameter(Names.WORKSPACE_MEMORY, ReservedNames.MEMORY)
                .addStatement("return new $T(this, $L)", workspace, ReservedNames.MEMORY)
                .build());
  }

  private static CodeBlock description(NetworkModel network, Sizes sizes, ClassName description) {
    return Sizes.isFromData(network)
        ? CodeBlock.of("$N", sizes.description())
        : CodeBlock.of("$T.$L", description, DescriptionClass.TABLE);
  }

  private static MethodSpec layers(ClassName spec) {
    return override("layers", spec).addStatement("return new $L(this)", LayersClass.NAME).build();
  }

  private static MethodSpec getter(String name, TypeName type, String field) {
    return override(name, type).addStatement("return $L", field).build();
  }

  private static MethodSpec.Builder override(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(PUBLIC)
        .returns(type);
  }
}
