package io.venturi.processor.internal.diagnostics;

import io.venturi.processor.internal.ir.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that a check found. */
public record Report(List<Problem> problems) {

  /** Nothing found. */
  public static final Report CLEAN = new Report(List.of());

  public Report {
    problems = List.copyOf(problems);
  }

  /** One problem. */
  public static Report of(Message message, Origin origin, Object... facts) {
    return new Report(List.of(Problem.of(message, origin, facts)));
  }

  /** All reports in one, in their order. */
  public static Report all(Stream<Report> reports) {
    return new Report(reports.flatMap(report -> report.problems.stream()).toList());
  }

  /** Whether nothing is wrong. */
  public boolean isClean() {
    return problems.isEmpty();
  }

  /** Both reports in one. */
  public Report plus(Report other) {
    return all(Stream.of(this, other));
  }

  /** Collects a report. */
  public static final class Builder {

    private final List<Problem> problems = new ArrayList<>();

    /** Adds a problem. */
    public void add(Message message, Origin origin, Object... facts) {
      problems.add(Problem.of(message, origin, facts));
    }

    /** Adds a problem if the condition holds. */
    public void addIf(boolean condition, Message message, Origin origin, Object... facts) {
      if (condition) {
        add(message, origin, facts);
      }
    }

    /** Adds what another check found. */
    public void addAll(Report report) {
      problems.addAll(report.problems);
    }

    /** What was collected. */
    public Report build() {
      return new Report(problems);
    }
  }
}
