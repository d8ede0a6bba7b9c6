package io.venturi.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the annotation processor adds to a compile: specs compiled with it, networks included, and
 * without it, in turn. Every compile finds and loads the processor anew, as build tools have it;
 * javac itself is warm. Beside the time on the clock stands that of the compiling thread on a
 * processor, which other work on the machine changes less.
 */
@Command(name = "compile", description = "Compiles specs with the processor and without.")
final class CompileTime implements Callable<Integer> {

  @Option(names = "--specs", description = "how many specs one compile has (${DEFAULT-VALUE})")
  private int specs = 100;

  @Option(names = "--rounds", description = "how many are counted (${DEFAULT-VALUE})")
  private int rounds = 9;

  @Option(names = "--warm-ups", description = "how many come before these (${DEFAULT-VALUE})")
  private int warmUps = 6;

  CompileTime() {}

  @Override
  public Integer call() throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null) {
      System.err.println("There is no compiler in this Java: run it with a JDK.");
      return 1;
    }
    List<JavaFileObject> sources = GeneratedSpecs.of(specs);
    List<Time> with = new ArrayList<>();
    List<Time> without = new ArrayList<>();
    for (int round = -warmUps; round < rounds; round++) {
      Time plain = compile(javac, sources, "-proc:none");
      Time processed = compile(javac, sources, "-processorpath", classPath());
      System.err.printf(
          Locale.ROOT,
          "%s: %.0f ms with the processor (%.0f on a core), %.0f ms without (%.0f)%n",
          round < 0 ? "warm-up" : "round " + (round + 1),
          processed.clock(),
          processed.core(),
          plain.clock(),
          plain.core());
      if (round >= 0) {
        with.add(processed);
        without.add(plain);
      }
    }
    print("clock", median(with, Time::clock), median(without, Time::clock));
    print("core", median(with, Time::core), median(without, Time::core));
    return 0;
  }

  private void print(String kind, double with, double without) {
    System.out.printf(
        Locale.ROOT,
        "compile (%s): %d specs, %.0f ms with the processor, %.0f ms without; a spec: %.1f ms, of"
            + " these %.1f ms the processor and what it writes%n",
        kind,
        specs,
        with,
        without,
        with / specs,
        (with - without) / specs);
  }

  /** In milliseconds. */
  private record Time(double clock, double core) {}

  private static Time compile(JavaCompiler javac, List<JavaFileObject> sources, String... options)
      throws IOException {
    Path folder = Files.createTempDirectory("venturi-compile");
    try {
      List<String> all = new ArrayList<>(List.of("-d", folder.toString(), "-cp", classPath()));
      all.addAll(List.of(options));
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long core = threads.getCurrentThreadCpuTime();
      long clock = System.nanoTime();
      boolean succeeded = javac.getTask(null, null, null, all, null, sources).call();
      Time time =
          new Time(
              (System.nanoTime() - clock) / 1e6, (threads.getCurrentThreadCpuTime() - core) / 1e6);
      if (!succeeded) {
        throw new IllegalStateException("the specs do not compile: see above");
      }
      return time;
    } finally {
      delete(folder);
    }
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static double median(List<Time> times, ToDoubleFunction<Time> part) {
    return times.stream().mapToDouble(part).sorted().toArray()[times.size() / 2];
  }
}
