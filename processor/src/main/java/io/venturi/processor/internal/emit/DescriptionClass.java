package io.venturi.processor.internal.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.venturi.processor.internal.ir.Contribution;
import io.venturi.processor.internal.ir.NetworkLayer;
import io.venturi.processor.internal.ir.NetworkModel;
import io.venturi.processor.spi.Dim;
import io.venturi.processor.spi.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that holds the layer table. It is a class of its own because it names no kernel:
 * where a layer's plugin is missing at run time, it still loads, and says which one.
 */
final class DescriptionClass {

  static final String TABLE = "TABLE";

  private static final int MOST_ENTRIES_OF_MAP_OF = 10;

  private DescriptionClass() {}

  static TypeSpec of(NetworkModel network, Sizes sizes, ClassName description) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(description.simpleName())
            .addJavadoc("What the network is; loads without the kernels that it is made of.")
            .addModifiers(Modifier.STATIC, Modifier.FINAL);
    CodeBlock table = table(network, sizes);
    return Sizes.isFromData(network)
        ? ofWidth(type, sizes, table).build()
        : fixed(type, table).build();
  }

  private static TypeSpec.Builder fixed(TypeSpec.Builder type, CodeBlock table) {
    return type.addSuperinterface(
            ParameterizedTypeName.get(ClassName.get(Supplier.class), Names.NETWORK_DESCRIPTION))
        .addField(
            FieldSpec.builder(Names.NETWORK_DESCRIPTION, TABLE)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(CodeBlock.of("$>$>\n$L$<$<", table))
                .build())
        .addMethod(getter("get").addStatement("return $L", TABLE).build());
  }

  private static TypeSpec.Builder ofWidth(TypeSpec.Builder type, Sizes sizes, CodeBlock table) {
    MethodSpec.Builder getter = getter("apply").addParameter(int.class, sizes.inputWidth());
    sizes
        .shares()
        .forEach((share, name) -> getter.addStatement("int $N = $L", name, sizes.ofShare(share)));
    return type.addSuperinterface(
            ParameterizedTypeName.get(ClassName.get(IntFunction.class), Names.NETWORK_DESCRIPTION))
        .addMethod(getter.addStatement("return $<$<$L$>$>", table).build());
  }

  private static MethodSpec.Builder getter(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Names.NETWORK_DESCRIPTION);
  }

  private static CodeBlock table(NetworkModel network, Sizes sizes) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.builder($S", Names.NETWORK_DESCRIPTION, network.spec().binaryName());
    for (Dim dim : network.input().dims()) {
      code.add(", $L", sizes.of(dim));
    }
    code.add(")$>$>");
    for (Contribution contribution : network.contributions()) {
      code.add(
          "\n.contribution($S, $S)",
          contribution.annotation().binaryName(),
          contribution.artifact());
    }
    network.layers().forEach(layer -> code.add(layer(layer, sizes)));
    return code.add("\n.build()$<$<").build();
  }

  private static CodeBlock layer(NetworkLayer layer, Sizes sizes) {
    return CodeBlock.builder()
        .add("\n.layer($>$>\n")
        .add("$T.$L,$W$S,$W", Names.SECTION, layer.section(), layer.name())
        .add(isFlat(layer) ? "$S,$W" : "$S,\n", layer.annotation().binaryName())
        .add("$L,$W", shape(layer.input(), layer, sizes))
        .add("$L,\n", shape(layer.output(), layer, sizes))
        .add(attributes(layer.attributes()))
        .add(")$<$<")
        .build();
  }

  /** Between plain rows their widths say all. */
  private static boolean isFlat(NetworkLayer layer) {
    return layer.input().dims().size() == 1 && layer.output().dims().size() == 1;
  }

  private static CodeBlock shape(Shape shape, NetworkLayer layer, Sizes sizes) {
    if (isFlat(layer)) {
      return sizes.of(shape.flatten());
    }
    CodeBlock dims = shape.dims().stream().map(sizes::of).collect(CodeBlock.joining(",$W"));
    return CodeBlock.of("$T.of($L)", List.class, dims);
  }

  private static CodeBlock attributes(Map<String, String> attributes) {
    if (attributes.isEmpty()) {
      return CodeBlock.of("$T.of()", Map.class);
    }
    boolean fits = attributes.size() <= MOST_ENTRIES_OF_MAP_OF;
    CodeBlock entries =
        attributes.entrySet().stream()
            .map(each -> CodeBlock.of("$S, $S", each.getKey(), each.getValue()))
            .map(pair -> fits ? pair : CodeBlock.of("$T.entry($L)", Map.class, pair))
            .collect(CodeBlock.joining(",\n"));
    return CodeBlock.of("$T.$L($>$>\n$L$<$<)", Map.class, fits ? "of" : "ofEntries", entries);
  }
}
