package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.peers.task.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All contenders at one work, in turn: A B C, A B C, and so on. */
final class Contest {

  private final Work work;
  private final Runner runner;
  private final List<Comparison> comparisons = new ArrayList<>();
  private final List<Comparison> leftOut = new ArrayList<>();
  private final Map<Contender, List<Outcome>> outcomes = new EnumMap<>(Contender.class);
  private final Map<Contender, String> faults = new LinkedHashMap<>();

  /** A contest of those that can be run here. */
  Contest(Work work, Runner runner) {
    this.work = work;
    this.runner = runner;
    for (Comparison each : Comparison.of(work)) {
      boolean possible = runner.canRun(each.ours()) && runner.canRun(each.peer());
      (possible ? comparisons : leftOut).add(each);
    }
  }

  /** A line for every comparison that cannot be made here, with what it takes. */
  List<String> leftOut() {
    return leftOut.stream()
        .map(
            each ->
                "peer %s %s left out: MKL is not on the class path; add it by -Prun,mkl (210 MB,"
                        .formatted(each.label(), each.peer())
                    + " Intel's licence)")
        .toList();
  }

  /** Runs them all, this many times. Whoever is wrong does not run again. */
  void run(int alternations) throws IOException, InterruptedException {
    for (int alternation = 1; alternation <= alternations; alternation++) {
      for (Contender contender : contenders()) {
        if (!faults.containsKey(contender)) {
          run(contender, "%s %d/%d %s".formatted(work, alternation, alternations, contender));
        }
      }
    }
  }

  private void run(Contender contender, String at) throws IOException, InterruptedException {
    Outcome outcome;
    try {
      outcome = runner.run(contender, work);
    } catch (IllegalStateException e) {
      System.err.println(at + ": " + e.getMessage());
      faults.put(contender, "failed");
      return;
    }
    System.err.printf(
        Locale.ROOT,
        "%s: %.6g (check %.6g, %s)%n",
        at,
        outcome.figure(),
        outcome.check(),
        outcome.libraries());
    outcomes.computeIfAbsent(contender, c -> new ArrayList<>()).add(outcome);
    if (!contender.isRoof()) {
      agreement().fault(outcome.check()).ifPresent(fault -> faults.put(contender, fault));
    }
  }

  private Agreement agreement() {
    List<Outcome> ours = outcomes.getOrDefault(Contender.VENTURI, List.of());
    return new Agreement(work, ours.isEmpty() ? Double.NaN : ours.get(0).check());
  }

  /** Who takes part, Venturi first. */
  Set<Contender> contenders() {
    Set<Contender> all = new LinkedHashSet<>();
    for (Comparison comparison : comparisons) {
      all.add(comparison.ours());
      all.add(comparison.peer());
    }
    return all;
  }

  /** What a contender's runs gave; empty if it never ran to its end. */
  List<Outcome> outcomes(Contender contender) {
    return outcomes.getOrDefault(contender, List.of());
  }

  /** Whether nobody was wrong. */
  boolean allAgree() {
    return faults.isEmpty();
  }

  /** A line for every comparison. */
  List<String> lines() {
    return comparisons.stream().map(this::line).toList();
  }

  private String line(Comparison comparison) {
    Optional<String> fault =
        Optional.ofNullable(faults.get(comparison.ours()))
            .map(reason -> comparison.ours() + " " + reason)
            .or(() -> Optional.ofNullable(faults.get(comparison.peer())));
    if (fault.isPresent()) {
      return "peer %s %s %s".formatted(comparison.label(), comparison.peer(), fault.get());
    }
    return Line.of(
        comparison,
        outcomes(comparison.ours()).stream().map(Outcome::figure).toList(),
        outcomes(comparison.peer()).stream().map(Outcome::figure).toList());
  }
}
