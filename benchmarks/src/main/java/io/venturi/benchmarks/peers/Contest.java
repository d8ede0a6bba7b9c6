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
  private final List<Comparison> comparisons;
  private final Map<Contender, List<Outcome>> outcomes = new EnumMap<>(Contender.class);
  private final Map<Contender, String> faults = new LinkedHashMap<>();

  /** A contest of those that can be run here. */
  Contest(Work work, Launcher launcher) {
    this.work = work;
    this.comparisons =
        Comparison.of(work).stream()
            .filter(c -> launcher.canRun(c.ours()) && launcher.canRun(c.peer()))
            .toList();
  }

  /** Runs them all, this many times. Whoever is wrong does not run again. */
  void run(Launcher launcher, int alternations) throws IOException, InterruptedException {
    for (int alternation = 1; alternation <= alternations; alternation++) {
      for (Contender contender : contenders()) {
        if (!faults.containsKey(contender)) {
          String at = "%s %d/%d %s".formatted(work, alternation, alternations, contender);
          run(launcher, contender, at);
        }
      }
    }
  }

  private void run(Launcher launcher, Contender contender, String at)
      throws IOException, InterruptedException {
    Outcome outcome;
    try {
      outcome = launcher.run(contender, work);
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
