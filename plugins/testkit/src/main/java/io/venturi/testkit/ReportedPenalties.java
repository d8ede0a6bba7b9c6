package io.venturi.testkit;

import io.venturi.data.Dataset;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.JacobianPenalty;
import io.venturi.train.EpochMetrics;
import io.venturi.train.Training;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Penalties count in training and validation, each under its name, and the loss beside them. */
final class ReportedPenalties implements Property {

  private static final int ROWS = 64;

  @Override
  public String name() {
    return "penalties are reported by name, in training and in validation";
  }

  @Override
  public boolean appliesTo(Subject subject) {
    Parts parts = subject.parts();
    return !parts.penalties().isEmpty() || !parts.jacobianPenalties().isEmpty();
  }

  @Override
  public void check(Subject subject) {
    Parts parts = subject.parts();
    Set<String> names =
        Stream.concat(
                parts.penalties().stream().map(CodePenalty::name),
                parts.jacobianPenalties().stream().map(JacobianPenalty::name))
            .collect(Collectors.toSet());
    if (names.size() < parts.penalties().size() + parts.jacobianPenalties().size()) {
      throw Violation.of(
          "two penalties with one name", "the penalties have only the names %s", names);
    }
    Training<?> run =
        subject
            .trainer()
            .epochs(1)
            .batchSize(ROWS / 2)
            .validation(Dataset.of(subject.rows(ROWS, 2)))
            .fit(Dataset.of(subject.rows(ROWS, 1)));
    run.model().close();
    EpochMetrics metrics = run.history().last();
    require(metrics.figures(), names, "training");
    require(metrics.validationFigures(), names, "validation");
  }

  private static void require(Map<String, Double> figures, Set<String> names, String where) {
    if (!figures.keySet().containsAll(names)) {
      throw Violation.of(
          "a name that differs from call to call",
          "the figures of %s are %s, without one of %s",
          where,
          figures.keySet(),
          names);
    }
    figures.forEach(
        (name, value) -> {
          if (!Double.isFinite(value)) {
            throw Violation.of(
                "a division by 0 or a logarithm of 0", "%s is %s in %s", name, value, where);
          }
        });
  }
}
