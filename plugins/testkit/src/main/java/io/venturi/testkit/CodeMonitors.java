package io.venturi.testkit;

import io.venturi.kernel.Tensor;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.CodeMonitor;
import io.venturi.train.Objective;
import java.util.Map;
import java.util.TreeMap;

/** A training and its validation have a monitor each, which starts anew at every epoch. */
final class CodeMonitors implements Property {

  private static final int ROWS = 21;

  @Override
  public String name() {
    return "monitors of codes are one each, and forget what they have reported";
  }

  @Override
  public boolean appliesTo(Subject subject) {
    return subject.objective().types().stream().anyMatch(type -> type.codeMonitor().isPresent());
  }

  @Override
  public void check(Subject subject) {
    Objective objective = subject.objective();
    float[][] first = codes(subject, objective, 1);
    float[][] second = codes(subject, objective, 2);
    for (AutoencoderType type : objective.types()) {
      if (type.codeMonitor().isPresent()) {
        check(type, first, second);
      }
    }
  }

  private static float[][] codes(Subject subject, Objective objective, long seed) {
    Parts parts = Parts.of(objective.types());
    float[][] rows = subject.rows(ROWS, seed);
    Pass<?> pass = Pass.of(objective.network(), parts, ROWS, false);
    pass.forward(rows, rows, Subject.SEED, 0);
    return pass.codes();
  }

  private static void check(AutoencoderType type, float[][] first, float[][] second) {
    CodeMonitor training = type.codeMonitor().orElseThrow();
    CodeMonitor validation = type.codeMonitor().orElseThrow();
    CodeMonitor alone = type.codeMonitor().orElseThrow();
    observe(alone, second, 0);
    Map<String, Double> expected = report(alone);
    observe(training, first, Pass.SURPLUS);
    observe(validation, second, Pass.SURPLUS);
    if (training == validation || !report(validation).equals(expected)) {
      throw Violation.of(
          "codeMonitor() that returns one object at every call, statistics that are static, or a"
              + " loop over code.rows() instead of the first rows alone",
          "a monitor that sees the codes of validation alone does not report the %s that they"
              + " give by themselves",
          expected);
    }
    report(training);
    observe(training, second, Pass.SURPLUS);
    Map<String, Double> again = report(training);
    if (!again.equals(expected)) {
      throw Violation.of(
          "a report that does not clear what it has counted",
          "the figures of an epoch are %s after another one, but %s by themselves",
          again,
          expected);
    }
  }

  private static void observe(CodeMonitor monitor, float[][] codes, int surplus) {
    Tensor code = Rows.tensor(codes, surplus);
    float[] before = code.toArray();
    monitor.observe(code, codes.length);
    if (!java.util.Arrays.equals(before, code.toArray())) {
      throw Violation.of("a monitor that computes in place", "a monitor has changed the codes");
    }
  }

  private static Map<String, Double> report(CodeMonitor monitor) {
    Map<String, Double> figures = new TreeMap<>();
    monitor.report(
        new CodeMonitor.Findings() {
          @Override
          public void figure(String name, double value) {
            figures.put(name, value);
          }

          @Override
          public void warning(String text) {}
        });
    return figures;
  }
}
