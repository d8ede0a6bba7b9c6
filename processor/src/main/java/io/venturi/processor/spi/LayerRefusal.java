package io.venturi.processor.spi;

import java.util.List;

/**
 * A layer cannot be built.
 *
 * @param problems every reason, at least one; each becomes an error of its own
 */
public record LayerRefusal(List<LayerProblem> problems) implements LayerInference {

  public LayerRefusal {
    problems = List.copyOf(problems);
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("a refusal has a reason");
    }
  }

  /** A refusal with these reasons. */
  public static LayerRefusal of(LayerProblem... problems) {
    return new LayerRefusal(List.of(problems));
  }
}
