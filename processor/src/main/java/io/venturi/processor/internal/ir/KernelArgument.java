package io.venturi.processor.internal.ir;

import io.venturi.processor.spi.Dim;

/** One argument of a kernel's constructor, with every name resolved. */
public sealed interface KernelArgument {

  /** A number, a truth value or a text: {@link Integer}, {@link Float}, Boolean, {@link String}. */
  record Literal(Object value) implements KernelArgument {}

  /** A size. */
  record Size(Dim dim) implements KernelArgument {}

  /** A new instance. */
  record New(ClassRef type) implements KernelArgument {}

  /** The kernel field of an earlier layer. */
  record Field(String layer) implements KernelArgument {}
}
