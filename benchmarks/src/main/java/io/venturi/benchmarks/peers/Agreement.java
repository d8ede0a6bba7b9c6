package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.peers.task.Work;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a contender computes what Venturi computes.
 *
 * @param ours Venturi's own check
 */
record Agreement(Work work, double ours) {

  /** How far values of inference may be apart. */
  private static final double MOST = 1e-4;

  /** What is wrong with a contender that gave this, for its line; empty if nothing is. */
  Optional<String> fault(double check) {
    if (work.goal() == Work.Goal.TRAIN) {
      return Math.abs(check - ours) <= work.tolerance() * ours
          ? Optional.empty()
          : Optional.of(
              String.format(Locale.ROOT, "wrong: loss %.6g instead of %.6g", check, ours));
    }
    return check <= MOST
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "wrong: values differ by %.3g", check));
  }
}
