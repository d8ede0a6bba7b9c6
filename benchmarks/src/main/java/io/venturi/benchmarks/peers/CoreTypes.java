package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.FastestCore;
import io.venturi.benchmarks.peers.task.Work;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The core types of OpenBLAS that contenders are given, empty if none of them is.
 *
 * @param venturis which Venturi chooses for this CPU
 * @param fastest at one large product, by measurement
 */
record CoreTypes(String venturis, String fastest) {

  /** Looked for only if somebody is to run with them. */
  static CoreTypes neededFor(List<Work> works) throws IOException, InterruptedException {
    Set<Contender> peers =
        works.stream()
            .flatMap(work -> Comparison.of(work).stream())
            .map(Comparison::peer)
            .collect(Collectors.toSet());
    return new CoreTypes(
        peers.contains(Contender.DL4J_BLAS) ? FastestCore.ofVenturi() : "",
        peers.contains(Contender.ROOF) ? FastestCore.find().core() : "");
  }
}
