package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.peers.task.Work;
import java.io.IOException;
import java.util.Map;

/** Who can run contenders. */
interface Runner {

  /** Whether a contender can be run here. */
  boolean canRun(Contender contender);

  /**
   * Runs a contender once.
   *
   * @throws IllegalStateException that says why, if it failed
   */
  Outcome run(Contender contender, Work work) throws IOException, InterruptedException;

  /** The environment variables that a contender gets beside those that are there. */
  Map<String, String> environment(Contender contender, Work work);
}
