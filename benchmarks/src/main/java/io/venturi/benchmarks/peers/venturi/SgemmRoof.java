package io.venturi.benchmarks.peers.venturi;

import io.venturi.benchmarks.Sgemm;
import io.venturi.benchmarks.peers.task.Contestant;

/** One large product in place of a training: a bound, and nothing to check. */
public final class SgemmRoof implements Contestant {

  /** Has nothing to agree on; not asked. */
  @Override
  public double check() {
    return Double.NaN;
  }

  /** In GFLOP/s. */
  @Override
  public double figure() {
    return Sgemm.gigaflops();
  }
}
