package io.venturi.benchmarks.peers.task;

import io.venturi.benchmarks.Median;
import java.util.ArrayList;
import java.util.List;

/** Collects the times of rounds: the first ones warm up, the median of the rest counts. */
public final class Rounds {

  /** The same work every time. */
  @FunctionalInterface
  public interface Round {
    /** Does it, and gives the seconds of the part of it that is measured. */
    double run();
  }

  private final Effort effort;
  private final List<Double> measured = new ArrayList<>();
  private double spent;

  public Rounds(Effort effort) {
    this.effort = effort;
  }

  /** The median seconds of a round, of as many as the effort asks for. */
  public static double median(Effort effort, Round round) {
    Rounds rounds = new Rounds(effort);
    while (!rounds.complete()) {
      rounds.add(round.run());
    }
    return rounds.median();
  }

  /** The seconds that something takes. */
  public static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** Counts a round in, unless it is of the first ones. */
  public void add(double seconds) {
    if (spent >= effort.warmUp()) {
      measured.add(seconds);
    }
    spent += seconds;
  }

  /** Whether the effort has been made. */
  public boolean complete() {
    return measured.size() >= Effort.LEAST_ROUNDS && spent >= effort.warmUp() + effort.measured();
  }

  /** The median seconds of the rounds that count. */
  public double median() {
    return Median.of(measured);
  }
}
