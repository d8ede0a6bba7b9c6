package io.venturi.processor.internal.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.venturi.processor.internal.ir.KernelArgument;
import io.venturi.processor.internal.ir.NetworkLayer;
import javax.lang.model.element.Modifier;

/** Writes one field a layer: its kernel. */
final class KernelFields {

  private KernelFields() {}

  /** The field, still without a value. */
  static FieldSpec.Builder of(NetworkLayer layer) {
    return FieldSpec.builder(Names.of(layer.kernel()), layer.name())
        .addModifiers(Modifier.PRIVATE, Modifier.FINAL);
  }

  /** The field's value. */
  static CodeBlock value(NetworkLayer layer, Sizes sizes) {
    CodeBlock arguments =
        layer.arguments().stream()
            .map(argument -> argument(argument, sizes))
            .collect(CodeBlock.joining(",$W"));
    return CodeBlock.of("new $T($L)", Names.of(layer.kernel()), arguments);
  }

  private static CodeBlock argument(KernelArgument argument, Sizes sizes) {
    if (argument instanceof KernelArgument.Size size) {
      return sizes.of(size.dim());
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
