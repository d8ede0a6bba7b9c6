package io.venturi.processor.internal.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
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
    fields(network, builder);
    methods(workspace, description, builder);
    new Passes(workspace).of(network).forEach(builder::addMethod);
    return builder
        .addMethod(layers(spec))
        .addType(DescriptionClass.of(network, description))
        .addType(WorkspaceClass.of(network, type, workspace))
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

  private static void fields(NetworkModel network, TypeSpec.Builder builder) {
    ClassName activation = Names.of(network.outputActivation());
    CodeBlock kernels =
        network.layers().stream()
            .map(layer -> CodeBlock.of("$N", layer.name()))
            .collect(CodeBlock.joining(",$W"));
    network.layers().forEach(layer -> builder.addField(KernelFields.of(layer)));
    builder.addField(
        FieldSpec.builder(activation, ReservedNames.OUTPUT_ACTIVATION, PRIVATE, FINAL)
            .initializer("new $T()", activation)
            .build());
    builder.addField(
        FieldSpec.builder(Names.PARAMETERS, ReservedNames.PARAMETERS, PRIVATE, FINAL)
            .initializer("$T.allocate($L)", Names.PARAMETERS, kernels)
            .build());
  }

  private static void methods(
      ClassName workspace, ClassName description, TypeSpec.Builder builder) {
    builder
        .addMethod(
            MethodSpec.constructorBuilder()
                .addJavadoc("Makes a network with parameters of its own, all zero still.")
                .addModifiers(PUBLIC)
                .build())
        .addMethod(
            override("description", Names.NETWORK_DESCRIPTION)
                .addStatement("return $T.$L", description, DescriptionClass.TABLE)
                .build())
        .addMethod(getter("parameters", Names.PARAMETERS, ReservedNames.PARAMETERS))
        .addMethod(getter("outputActivation", Names.ACTIVATION, ReservedNames.OUTPUT_ACTIVATION))
        .addMethod(
            override("workspace", workspace)
                .addParameter(Names.WORKSPACE_MEMORY, ReservedNames.MEMORY)
                .addStatement("return new $T(this, $L)", workspace, ReservedNames.MEMORY)
                .build());
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
