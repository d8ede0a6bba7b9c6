package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.peers.dl4j.Dl4jTraining;
import io.venturi.benchmarks.peers.onnx.OnnxInference;
import io.venturi.benchmarks.peers.task.Contestant;
import io.venturi.benchmarks.peers.task.Task;
import io.venturi.benchmarks.peers.task.Work;
import io.venturi.benchmarks.peers.torch.DocumentedTraining;
import io.venturi.benchmarks.peers.torch.TorchInference;
import io.venturi.benchmarks.peers.torch.TorchTraining;
import io.venturi.benchmarks.peers.venturi.SgemmRoof;
import io.venturi.benchmarks.peers.venturi.VenturiInference;
import io.venturi.benchmarks.peers.venturi.VenturiTraining;
import java.util.Locale;

/** A library, and the way in which it is run. */
enum Contender {
  VENTURI("as users get it"),
  VENTURI_MKL("with MKL in place of OpenBLAS"),
  LIBTORCH("through DJL, at its best: operations called directly"),
  LIBTORCH_DOCUMENTED("through DJL as its documents show it: ArrayDataset, EasyTrain"),
  DL4J("as shipped; batches gathered beforehand, a part of an epoch"),
  DL4J_BLAS("the same with the core type of OpenBLAS that Venturi chooses"),
  ONNXRUNTIME("input and output in memory that is reused, copies in and out in the time"),
  ROOF("a product of 2048³ with OpenBLAS's fastest core type"),
  ROOF_MKL("a product of 2048³ with MKL");

  private final String manner;

  Contender(String manner) {
    this.manner = manner;
  }

  /** Gets it ready, in the process that it has for itself. */
  Contestant start(Task task) {
    boolean training = task.work().goal() == Work.Goal.TRAIN;
    return switch (this) {
      case VENTURI, VENTURI_MKL ->
          training ? new VenturiTraining(task) : new VenturiInference(task);
      case LIBTORCH -> training ? new TorchTraining(task) : new TorchInference(task);
      case LIBTORCH_DOCUMENTED -> new DocumentedTraining(task);
      case DL4J, DL4J_BLAS -> new Dl4jTraining(task);
      case ONNXRUNTIME -> new OnnxInference(task);
      case ROOF, ROOF_MKL -> new SgemmRoof();
    };
  }

  /** How it is run at a work, in words. */
  String manner(Work work) {
    return this == LIBTORCH ? manner + ", " + ofTorch(work.goal()) : manner;
  }

  private static String ofTorch(Work.Goal goal) {
    return switch (goal) {
      case TRAIN -> "batches in its arrays beforehand and not timed, no metrics";
      case RECONSTRUCT_ROW ->
          "DJL's cost of each and the copies of the row in and out in the time; arrays freed one by"
              + " one or together, whichever is faster";
      case ENCODE ->
          "rows in its arrays beforehand and not timed, copies of the codes out in the time; of a"
              + " few batch sizes the fastest";
    };
  }

  /** Whether MKL is on its class path. */
  boolean usesMkl() {
    return this == VENTURI_MKL || this == ROOF_MKL;
  }

  /** Whether it is a bound and not a library at the same work. */
  boolean isRoof() {
    return this == ROOF || this == ROOF_MKL;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
