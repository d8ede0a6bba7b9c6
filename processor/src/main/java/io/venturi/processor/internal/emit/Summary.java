package io.venturi.processor.internal.emit;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.CodeBlock;
import io.venturi.processor.internal.ir.NetworkLayer;
import io.venturi.processor.internal.ir.NetworkModel;
import io.venturi.processor.internal.ir.Numbers;
import io.venturi.processor.spi.Dim;
import io.venturi.processor.spi.ParameterCount;
import io.venturi.processor.spi.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what a network is in one sentence. */
final class Summary {

  private static final int LINE = 97; // of the 100 columns, " * " takes three

  private Summary() {}

  static CodeBlock of(NetworkModel network) {
    String link = "{@link " + network.spec().sourceName() + "}";
    String text =
        Sizes.isFromData(network)
            ? "For rows of n values: %s. Generated from".formatted(shapes(network))
            : "%s%s. Generated from".formatted(shapes(network), counts(network).orElse(""));
    List<String> words = new ArrayList<>(List.of(text.split(" ", -1)));
    words.add(link + ".");
    return CodeBlock.of("$L", wrap(words));
  }

  private static String shapes(NetworkModel network) {
    StringBuilder text = new StringBuilder(shape(network.input()));
    Shape before = network.input();
    for (NetworkLayer layer : network.layers()) {
      if (!layer.input().flatten().equals(before.flatten())) { // A type made units of the code.
        text.append(" ⇒ ").append(shape(layer.input()));
      }
      text.append(" → ").append(shape(layer.output()));
      before = layer.output();
    }
    return text.toString();
  }

  private static String shape(Shape shape) {
    return shape.dims().stream().map(Summary::size).collect(joining("×"));
  }

  /** Shares of n are rounded up, which is what these brackets mean. */
  private static String size(Dim dim) {
    if (dim instanceof Dim.OfInput share) {
      return share.fraction() == 1 ? "n" : "⌈" + Numbers.text(share.fraction()) + "n⌉";
    }
    return dim instanceof Dim.Multiple multiple
        ? multiple.factor() + size(multiple.dim())
        : dim.toString();
  }

  private static Optional<String> counts(NetworkModel network) {
    return network.layers().stream()
        .map(NetworkLayer::parameters)
        .reduce(
            Optional.of(ParameterCount.NONE),
            (sum, next) -> sum.flatMap(counted -> next.map(counted::plus)))
        .map(
            sum ->
                ": %s weights, %s biases"
                    .formatted(Numbers.thousands(sum.weights()), Numbers.thousands(sum.biases())));
  }

  private static String wrap(List<String> words) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String word : words) {
      if (column > 0 && column + 1 + word.length() > LINE) {
        text.append('\n');
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
    }
    return text.toString();
  }
}
