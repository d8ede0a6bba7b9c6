package io.venturi.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The core type with which OpenBLAS is fastest at one large product. A core type is chosen when
 * OpenBLAS loads, so each is measured in a process of its own.
 *
 * @param core the value of {@code OPENBLAS_CORETYPE}
 * @param gigaflops what it reached
 */
public record FastestCore(String core, double gigaflops) {

  private static final List<String> CORE_TYPES = List.of("SkylakeX", "Haswell", "Zen");

  /** Where MKL is on the class path, it is OpenBLAS that is asked all the same. */
  private static final FreshJvm SGEMM =
      FreshJvm.of(Benchmarks.class, List.of("sgemm"))
          .withOptions(List.of("-Dventuri.blas=openblas"));

  /** Measures all that this CPU can run. */
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

  /** The core type that Venturi itself chooses for this CPU. */
  public static String ofVenturi() throws IOException, InterruptedException {
    return parse(SGEMM.output(Redirect.DISCARD)).core();
  }

  /** Null where the CPU lacks what the core type needs: the process then dies. */
  private static @Nullable FastestCore measure(String core)
      throws IOException, InterruptedException {
    FreshJvm process = SGEMM.withEnvironment(Map.of("OPENBLAS_CORETYPE", core));
    try {
      FastestCore one = parse(process.output(Redirect.DISCARD));
      return one.core().equals(core) ? one : null;
    } catch (IllegalStateException e) {
      return null;
    }
  }

  /** What {@link Sgemm} prints. */
  private static FastestCore parse(String line) {
    int space = line.lastIndexOf(' ');
    if (space < 0) {
      throw new IllegalStateException("sgemm printed \"" + line + "\"");
    }
    return new FastestCore(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
  }
}
