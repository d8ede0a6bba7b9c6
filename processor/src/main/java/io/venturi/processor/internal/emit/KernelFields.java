package io.venturi.processor.internal.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.venturi.processor.internal.ir.KernelArgument;
import io.venturi.processor.internal.ir.NetworkLayer;
import javax.lang.model.element.Modifier;

/** Writes one field a layer: its kernel. */
final class KernelFields {

  private KernelFields() {}

  static FieldSpec of(NetworkLayer layer) {
    ClassName kernel = Names.of(layer.kernel());
    CodeBlock arguments =
        layer.arguments().stream().map(KernelFields::argument).collect(CodeBlock.joining(",$W"));
    return FieldSpec.builder(kernel, layer.name())
        .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
        .initializer("new $T($L)", kernel, arguments)
        .build();
  }

  private static CodeBlock argument(KernelArgument argument) {
    if (argument instanceof KernelArgument.Size size) {
      return CodeBlock.of("$L", Sizes.literal(size.dim()));
    }
    if (argument instanceof KernelArgument.New instance) {
      return CodeBlock.of("new $T()", Names.of(instance.type()));
    }
    if (argument instanceof KernelArgument.Field field) {
      return CodeBlock.of("$N", field.layer());
    }
    return literal(((KernelArgument.Literal) argument).value());
  }

  private static CodeBlock literal(Object value) {
    if (value instanceof String text) {
      return CodeBlock.of("$S", text);
    }
    return value instanceof Float number ? CodeBlock.of("$Lf", number) : CodeBlock.of("$L", value);
  }
}
