package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.Roof;
import io.venturi.benchmarks.peers.task.Unit;
import io.venturi.benchmarks.peers.task.Work;
import java.util.List;
import java.util.stream.Stream;

/**
 * Venturi beside one peer.
 *
 * @param label the name of the work, with MKL or without
 * @param unit what the two are compared in
 */
record Comparison(String label, Contender ours, Contender peer, Unit unit) {

  /** What is compared at a work, the first contender of the first one being Venturi. */
  static List<Comparison> of(Work work) {
    return switch (work) {
      case DENSE ->
          concat(
              against(
                  work,
                  Contender.LIBTORCH,
                  Contender.LIBTORCH_DOCUMENTED,
                  Contender.DL4J,
                  Contender.DL4J_BLAS,
                  Contender.ROOF),
              withMkl(work, Contender.LIBTORCH, Contender.ROOF_MKL));
      case TABULAR -> against(work, Contender.LIBTORCH, Contender.LIBTORCH_DOCUMENTED);
      case CONV -> against(work, Contender.DL4J, Contender.DL4J_BLAS);
      case CONV_UPSAMPLING, VAE -> against(work, Contender.LIBTORCH);
      case ROW_TABULAR, ROW_DENSE -> against(work, Contender.LIBTORCH, Contender.ONNXRUNTIME);
      case ENCODE -> concat(against(work, Contender.LIBTORCH), withMkl(work, Contender.LIBTORCH));
    };
  }

  private static List<Comparison> against(Work work, Contender... peers) {
    return Stream.of(peers)
        .map(peer -> new Comparison(work.toString(), Contender.VENTURI, peer, unit(work, peer)))
        .toList();
  }

  private static List<Comparison> withMkl(Work work, Contender... peers) {
    return Stream.of(peers)
        .map(peer -> new Comparison(work + "-mkl", Contender.VENTURI_MKL, peer, unit(work, peer)))
        .toList();
  }

  private static List<Comparison> concat(List<Comparison> some, List<Comparison> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static Unit unit(Work work, Contender peer) {
    return peer.isRoof() ? Unit.GIGAFLOPS : work.unit();
  }

  /** Venturi's figure in the unit of this comparison. */
  double inUnit(double ours) {
    return peer.isRoof() ? ours * Roof.MEGAFLOPS_PER_ROW / 1000 : ours;
  }
}
