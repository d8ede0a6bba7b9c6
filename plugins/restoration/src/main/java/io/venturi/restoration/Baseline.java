package io.venturi.restoration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A kind of filter that a model is measured beside, with the settings that it may have: the one
 * that is best on some of the images stands for the kind on the others, so that no filter loses for
 * want of a setting.
 *
 * @param settings one or more
 */
public record Baseline(List<Filter> settings) {

  /** Medians of 3 x 3, 5 x 5 and 7 x 7 pixels. */
  static final Baseline MEDIANS =
      new Baseline(IntStream.of(3, 5, 7).mapToObj(Filter::median).toList());

  /** Gaussians of 0.5 to 3 pixels. */
  static final Baseline GAUSSIANS =
      new Baseline(
          DoubleStream.of(0.5, 0.75, 1, 1.25, 1.5, 2, 3).mapToObj(Filter::gaussian).toList());

  /**
   * Refuses a kind without filters.
   *
   * @throws IllegalArgumentException if there are none
   */
  public Baseline {
    settings = List.copyOf(settings);
    if (settings.isEmpty()) {
      throw new IllegalArgumentException("A baseline needs a filter, or several to choose from.");
    }
  }

  /** That of these filters which suits the images best. */
  public static Baseline bestOf(Filter... settings) {
    return new Baseline(List.of(settings));
  }

  /** The names of its filters. */
  @Override
  public String toString() {
    return settings.stream().map(Filter::name).collect(Collectors.joining(", "));
  }
}
