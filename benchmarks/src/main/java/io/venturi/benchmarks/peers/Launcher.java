package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.Benchmarks;
import io.venturi.benchmarks.FreshJvm;
import io.venturi.benchmarks.peers.task.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs contenders in processes of their own: what BLAS libraries do depends on the environment when
 * they are loaded, and no contender is to meet another one's threads and memory.
 */
final class Launcher implements Runner {

  private static final long MINUTES = 10;

  private final Path folder;
  private final Path cache;
  private final CoreTypes cores;
  private final boolean quick;
  private final ClassPath classPath = ClassPath.ofThisProcess();

  /**
   * @param folder of the material, where outcomes go, too
   * @param cache where native libraries are unpacked to and kept
   * @param cores what contenders are given as core types of OpenBLAS
   */
  Launcher(Path folder, Path cache, CoreTypes cores, boolean quick) {
    this.folder = folder;
    this.cache = cache;
    this.cores = cores;
    this.quick = quick;
  }

  /** Makes the material of a work. */
  void prepare(Work work, @Nullable Path data) throws IOException, InterruptedException {
    List<String> arguments = arguments(work);
    if (data != null) {
      arguments.addAll(List.of("--data", data.toString()));
    }
    start(process(arguments).withClassPath(classPath.withoutMkl()));
  }

  @Override
  public Outcome run(Contender contender, Work work) throws IOException, InterruptedException {
    Path outcome = folder.resolve("outcome");
    Files.deleteIfExists(outcome);
    List<String> arguments = arguments(work);
    arguments.addAll(
        List.of(
            "--name",
            contender.toString(),
            "--threads",
            Integer.toString(threads(contender, work))));
    if (quick) {
      arguments.add("--quick");
    }
    arguments.add(outcome.toString());
    start(
        process(arguments)
            .withOptions(properties(contender, work))
            .withEnvironment(environment(contender, work))
            .withClassPath(contender.usesMkl() ? classPath.withMkl() : classPath.withoutMkl()));
    return Outcome.read(outcome);
  }

  private List<String> arguments(Work work) {
    return new ArrayList<>(
        List.of("contender", "--material", folder.toString(), "--work", work.toString()));
  }

  private static FreshJvm process(List<String> arguments) {
    return FreshJvm.of(Benchmarks.class, arguments);
  }

  private void start(FreshJvm process) throws IOException, InterruptedException {
    process.run(folder.resolve("log"), MINUTES);
  }

  /** MKL is there only where the build has put it. */
  @Override
  public boolean canRun(Contender contender) {
    return !contender.usesMkl() || classPath.hasMkl();
  }

  /**
   * How many threads a contender gets: all processors; for single rows one, and one for libtorch at
   * the small table, which takes it half as long again with two.
   */
  static int threads(Contender contender, Work work) {
    boolean one =
        work.goal() == Work.Goal.RECONSTRUCT_ROW
            || (work == Work.TABULAR && contender == Contender.LIBTORCH);
    return one ? 1 : Runtime.getRuntime().availableProcessors();
  }

  @Override
  public Map<String, String> environment(Contender contender, Work work) {
    String threads = Integer.toString(threads(contender, work));
    return switch (contender) {
      case VENTURI, VENTURI_MKL, LIBTORCH_DOCUMENTED, DL4J, ONNXRUNTIME, ROOF_MKL -> Map.of();
      case LIBTORCH -> Map.of("OMP_NUM_THREADS", threads);
      case DL4J_BLAS -> Map.of("OPENBLAS_CORETYPE", cores.venturis());
      case ROOF -> Map.of("OPENBLAS_CORETYPE", cores.fastest());
    };
  }

  /** The options of a contender's JVM. */
  List<String> properties(Contender contender, Work work) {
    return switch (contender) {
      case VENTURI, VENTURI_MKL, DL4J, DL4J_BLAS, ONNXRUNTIME, ROOF, ROOF_MKL -> List.of();
      case LIBTORCH -> torch("-Dai.djl.pytorch.num_threads=" + threads(contender, work));
      case LIBTORCH_DOCUMENTED -> torch();
    };
  }

  /** Nothing is downloaded, nothing is reported to DJL's authors. */
  private List<String> torch(String... more) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-DDJL_CACHE_DIR=" + cache.resolve("djl")));
    options.addAll(List.of(more));
    return options;
  }
}
