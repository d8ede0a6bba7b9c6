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
import java.util.Map;
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

  static TypeSpec of(NetworkModel network, ClassName description) {
    return TypeSpec.classBuilder(description.simpleName())
        .addJavadoc("What the network is; loads without the kernels that it is made of.")
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .addSuperinterface(
            ParameterizedTypeName.get(ClassName.get(Supplier.class), Names.NETWORK_DESCRIPTION))
        .addField(table(network))
        .addMethod(
            MethodSpec.methodBuilder("get")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Names.NETWORK_DESCRIPTION)
                .addStatement("return $L", TABLE)
                .build())
        .build();
  }

  private static FieldSpec table(NetworkModel network) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$>$>\n$T.builder($S", Names.NETWORK_DESCRIPTION, network.spec().binaryName());
    for (Dim dim : network.input().dims()) {
      code.add(", $L", Sizes.literal(dim));
    }
    code.add(")$>$>");
    for (Contribution contribution : network.contributions()) {
      code.add(
          "\n.contribution($S, $S)",
          contribution.annotation().binaryName(),
          contribution.artifact());
    }
    network.layers().forEach(layer -> code.add(layer(layer)));
    code.add("\n.build()$<$<$<$<");
    return FieldSpec.builder(Names.NETWORK_DESCRIPTION, TABLE)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(code.build())
        .build();
  }

  private static CodeBlock layer(NetworkLayer layer) {
    return CodeBlock.builder()
        .add("\n.layer($>$>\n")
        .add("$T.$L,$W$S,$W", Names.SECTION, layer.section(), layer.name())
        .add("$S,$W", layer.annotation().binaryName())
        .add("$L,$W", Sizes.literal(layer.input().flatten()))
        .add("$L,\n", Sizes.literal(layer.output().flatten()))
        .add(attributes(layer.attributes()))
        .add(")$<$<")
        .build();
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
