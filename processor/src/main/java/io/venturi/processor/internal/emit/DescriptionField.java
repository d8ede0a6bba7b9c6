package io.venturi.processor.internal.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.venturi.processor.internal.ir.Contribution;
import io.venturi.processor.internal.ir.NetworkLayer;
import io.venturi.processor.internal.ir.NetworkModel;
import io.venturi.processor.internal.ir.ReservedNames;
import io.venturi.processor.spi.Dim;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the layer table. */
final class DescriptionField {

  private static final int MOST_ENTRIES_OF_MAP_OF = 10;

  private DescriptionField() {}

  static FieldSpec of(NetworkModel network) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("\n$T.builder($S", Names.NETWORK_DESCRIPTION, network.spec().binaryName());
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
    code.add("\n.build()$<$<");
    return FieldSpec.builder(Names.NETWORK_DESCRIPTION, ReservedNames.DESCRIPTION)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(code.build())
        .build();
  }

  private static CodeBlock layer(NetworkLayer layer) {
    return CodeBlock.builder()
        .add("\n.layer($>$>\n")
        .add("$T.$L,\n", Names.SECTION, layer.section())
        .add("$S,\n", layer.name())
        .add("$S,\n", layer.annotation().binaryName())
        .add("$L,\n", Sizes.literal(layer.input().flatten()))
        .add("$L,\n", Sizes.literal(layer.output().flatten()))
        .add(attributes(layer.attributes()))
        .add(")$<$<")
        .build();
  }

  private static CodeBlock attributes(Map<String, String> attributes) {
    return attributes.size() <= MOST_ENTRIES_OF_MAP_OF
        ? map("of", "$S, $S", attributes)
        : map("ofEntries", "$3T.entry($1S, $2S)", attributes);
  }

  private static CodeBlock map(String factory, String entry, Map<String, String> attributes) {
    CodeBlock entries =
        attributes.entrySet().stream()
            .map(each -> CodeBlock.of(entry, each.getKey(), each.getValue(), Map.class))
            .collect(CodeBlock.joining(",\n"));
    return attributes.isEmpty()
        ? CodeBlock.of("$T.of()", Map.class)
        : CodeBlock.of("$T.$L($>$>\n$L$<$<)", Map.class, factory, entries);
  }
}
