package io.venturi.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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

  @Option(
      names = "--specs",
      split = ",",
      description = "how many specs one compile has, one number or several (${DEFAULT-VALUE})",
      defaultValue = "1,10,100")
  private List<Integer> specs = List.of();

  @Option(names = "--rounds", description = "how often each is compiled (${DEFAULT-VALUE})")
  private int rounds = 9;

  @Option(
      names = "--warm-ups",
      description = "compiles of the most specs before these (${DEFAULT-VALUE})")
  private int warmUps = 6;

  CompileTime() {}

  @Override
  public Integer call() throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null) {
      System.err.println("There is no compiler in this Java: run it with a JDK.");
      return 1;
    }
    List<JavaFileObject> most = GeneratedSpecs.of(Collections.max(specs));
    for (int warmUp = 0; warmUp < warmUps; warmUp++) {
      Round round = Round.of(javac, most);
      System.err.println("warm-up: " + round);
    }
    for (int count : specs) {
      measure(javac, count);
    }
    return 0;
  }

  private void measure(JavaCompiler javac, int count) throws IOException {
    List<JavaFileObject> sources = GeneratedSpecs.of(count);
    List<Round> measured = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      Round round = Round.of(javac, sources);
      System.err.printf(Locale.ROOT, "%d specs, round %d: %s%n", count, i + 1, round);
      measured.add(round);
    }
    print("clock", count, measured, Time::clock);
    print("core", count, measured, Time::core);
  }

  private static void print(
      String kind, int specs, List<Round> rounds, ToDoubleFunction<Time> part) {
    double with = median(rounds, round -> part.applyAsDouble(round.with()));
    double without = median(rounds, round -> part.applyAsDouble(round.without()));
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

  private static double median(List<Round> rounds, ToDoubleFunction<Round> part) {
    return Median.of(rounds.stream().mapToDouble(part).toArray());
  }

  /** The same specs compiled without the processor and with it. */
  private record Round(Time without, Time with) {

    static Round of(JavaCompiler javac, List<JavaFileObject> sources) throws IOException {
      Time without = compile(javac, sources, "-proc:none");
      return new Round(
          without, compile(javac, sources, "-processorpath", ProcessorPath.in(classPath())));
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.0f ms with the processor (%.0f on a core), %.0f ms without (%.0f)",
          with.clock(),
          with.core(),
          without.clock(),
          without.core());
    }
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
}
