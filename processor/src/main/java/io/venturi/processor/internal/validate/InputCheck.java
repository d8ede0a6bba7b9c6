package io.venturi.processor.internal.validate;

import static java.util.stream.Collectors.joining;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.internal.ir.Value;
import io.venturi.processor.spi.Dim;
import io.venturi.processor.spi.Shape;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Whether the input shape is one. */
final class InputCheck implements SpecCheck {

  /** As {@code Autoencoder.FROM_DATA} has it. */
  private static final int FROM_DATA = -1;

  /** Floats in the largest tensor, whose bytes an int counts. */
  private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE / Float.BYTES);

  /** The input shape, if nothing is wrong with it. */
  static Optional<Shape> shape(SpecModel spec) {
    if (!inspect(spec).isClean()) {
      return Optional.empty();
    }
    return Optional.of(
        isFromData(spec.input().elements())
            ? Shape.flat(Dim.OfInput.ALL)
            : Shape.of(spec.input().elements().stream().mapToInt(InputCheck::size).toArray()));
  }

  /** The input shape in words: {@code {784}}, or that it comes from the data. */
  static String display(SpecModel spec) {
    List<Value> elements = spec.input().elements();
    return isFromData(elements)
        ? "as wide as the data"
        : elements.stream().map(e -> Integer.toString(size(e))).collect(joining(", ", "{", "}"));
  }

  private static boolean isFromData(List<Value> elements) {
    return elements.size() == 1 && size(elements.get(0)) == FROM_DATA;
  }

  @Override
  public Report check(SpecModel spec) {
    return inspect(spec);
  }

  private static Report inspect(SpecModel spec) {
    String name = spec.ref().sourceName();
    List<Value> elements = spec.input().elements();
    if (elements.isEmpty()) {
      return Report.of(Message.NO_INPUT, spec.input().origin(), name);
    }
    if (isFromData(elements)) {
      return Report.CLEAN;
    }
    Report.Builder report = new Report.Builder();
    for (Value element : elements) {
      if (size(element) == FROM_DATA) {
        report.add(Message.FROM_DATA_AMONG_SIZES, element.origin(), name);
      } else {
        report.addIf(size(element) < 1, Message.INPUT_SIZE, element.origin(), name, size(element));
      }
    }
    BigInteger width =
        elements.stream()
            .map(element -> BigInteger.valueOf(size(element)))
            .reduce(BigInteger.ONE, BigInteger::multiply);
    if (report.build().isClean() && width.compareTo(LARGEST) > 0) {
      String product = elements.stream().map(e -> Integer.toString(size(e))).collect(joining("×"));
      report.add(Message.INPUT_TOO_LARGE, spec.input().origin(), name, product, width, LARGEST);
    }
    return report.build();
  }

  /** A size of an input shape. */
  static int size(Value element) {
    return (Integer) ((Value.Literal) element).value();
  }
}
