package io.venturi.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The core type with which OpenBLAS is fastest at one large product.
 *
 * @param core the value of {@code OPENBLAS_CORETYPE}
 * @param gigaflops what it reached
 */
public record FastestCore(String core, double gigaflops) {

  private static final List<String> CORE_TYPES = List.of("SkylakeX", "Haswell", "Zen");

  /** A core type is chosen when BLAS loads, so each is measured in a process of its own. */
  public static FastestCore find() throws IOException, InterruptedException {
    FastestCore fastest = null;
    for (String core : CORE_TYPES) {
      FastestCore one = measure(core);
      if (one != null) {
        System.err.printf(Locale.ROOT, "sgemm with %s: %.1f GFLOP/s%n", core, one.gigaflops());
        fastest = fastest == null || one.gigaflops() > fastest.gigaflops() ? one : fastest;
      }
    }
    if (fastest == null) {
      throw new IllegalStateException("no core type could be measured");
    }
    return fastest;
  }

  /** Null where the CPU lacks what the core type needs: the process then dies. */
  private static @Nullable FastestCore measure(String core)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            Benchmarks.class.getName(),
            "sgemm");
    builder.environment().put("OPENBLAS_CORETYPE", core);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      return null;
    }
    String line = output.strip();
    return line.startsWith(core + " ")
        ? new FastestCore(core, Double.parseDouble(line.substring(core.length() + 1)))
        : null;
  }
}
