package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.Benchmarks;
import io.venturi.benchmarks.peers.task.Work;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs contenders in processes of their own: what BLAS libraries do depends on the environment when
 * they are loaded, and no contender is to meet another one's threads and memory.
 */
final class Launcher {

  private static final long MINUTES = 10;

  /** Lines of a process that failed which are shown. */
  private static final int LINES = 30;

  /** What is taken from the environment of whoever starts this. */
  private static final List<String> CLEARED =
      List.of(
          "OPENBLAS_CORETYPE",
          "OPENBLAS_NUM_THREADS",
          "OMP_NUM_THREADS",
          "MKL_NUM_THREADS",
          "MKL_CBWR",
          "JAVA_TOOL_OPTIONS");

  private final Path folder;
  private final Path cache;
  private final Path mkl;
  private final String fastestCore;
  private final boolean quick;

  /**
   * @param folder of the material, where outcomes go, too
   * @param cache where native libraries are unpacked to and kept
   * @param mkl the jar that has MKL
   * @param fastestCore the core type of OpenBLAS that is fastest here
   */
  Launcher(Path folder, Path cache, Path mkl, String fastestCore, boolean quick) {
    this.folder = folder;
    this.cache = cache;
    this.mkl = mkl;
    this.fastestCore = fastestCore;
    this.quick = quick;
  }

  /** Makes the material of a work. */
  void prepare(Work work, @Nullable Path data) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("--work", work.toString()));
    if (data != null) {
      arguments.addAll(List.of("--data", data.toString()));
    }
    start(List.of(), classPath(false), Map.of(), arguments);
  }

  /**
   * Runs a contender.
   *
   * @throws IllegalStateException that has the end of what it printed, if it failed
   */
  Outcome run(Contender contender, Work work) throws IOException, InterruptedException {
    Path outcome = folder.resolve("outcome");
    Files.deleteIfExists(outcome);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--work",
                work.toString(),
                "--name",
                contender.toString(),
                "--threads",
                Integer.toString(threads(contender, work))));
    if (quick) {
      arguments.add("--quick");
    }
    arguments.add(outcome.toString());
    start(
        properties(contender, work),
        classPath(contender.usesMkl()),
        environment(contender, work),
        arguments);
    return Outcome.read(outcome);
  }

  /** Whether a contender can be run: MKL is there only where the build has put it. */
  boolean canRun(Contender contender) {
    return !contender.usesMkl() || Files.isRegularFile(mkl);
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

  /** The environment variables that a contender gets beside those that are there. */
  Map<String, String> environment(Contender contender, Work work) {
    String threads = Integer.toString(threads(contender, work));
    return switch (contender) {
      case VENTURI, VENTURI_MKL, LIBTORCH_DOCUMENTED, DL4J, ONNXRUNTIME, ROOF_MKL -> Map.of();
      case LIBTORCH -> Map.of("OMP_NUM_THREADS", threads);
      case DL4J_BLAS, ROOF -> Map.of("OPENBLAS_CORETYPE", fastestCore);
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

  /** That of this process, with MKL or without: who finds it there uses it. */
  private String classPath(boolean withMkl) {
    List<String> entries =
        new ArrayList<>(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    entries.removeIf(entry -> Path.of(entry).getFileName().toString().startsWith("mkl-"));
    if (withMkl) {
      entries.add(mkl.toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private void start(
      List<String> options,
      String classPath,
      Map<String, String> environment,
      List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.addAll(
        List.of(Benchmarks.class.getName(), "contender", "--material", folder.toString()));
    command.addAll(arguments);
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeAll(CLEARED);
    builder.environment().putAll(environment);
    // Not on the command line: ONNX Runtime dies where that is as long as a class path.
    builder.environment().put("CLASSPATH", classPath);
    Process process = builder.start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("nothing after " + MINUTES + " minutes");
      }
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "exit code " + process.exitValue() + System.lineSeparator() + end(log));
    }
  }

  private static String end(Path log) throws IOException {
    List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
    return String.join(
        System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }
}
