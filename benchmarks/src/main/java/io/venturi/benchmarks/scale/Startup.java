package io.venturi.benchmarks.scale;

import io.venturi.benchmarks.FreshJvm;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long it takes from nothing to the first finished step of a training. */
@Command(
    name = "startup",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Times fresh processes from their start to the first finished training step of the"
            + " quickstart's spec, native libraries already unpacked.")
public final class Startup implements Callable<Integer> {

  /** What it may take. */
  private static final double SECONDS_AT_MOST = 2.5;

  @Option(names = "--runs", description = "how many processes, after one that is not counted")
  private int runs = 5;

  /** For picocli. */
  public Startup() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<long[]> times = new ArrayList<>();
    start(); // Unpacks the native libraries, where that is not done.
    for (int run = 0; run < runs; run++) {
      times.add(start());
    }
    return print(times);
  }

  /**
   * Milliseconds from before the process is started to the end of each of {@link FirstStep#PARTS}.
   */
  private static long[] start() throws IOException, InterruptedException {
    String now = Long.toString(System.currentTimeMillis());
    String times = FreshJvm.of(FirstStep.class, List.of(now)).output(Redirect.INHERIT);
    return Arrays.stream(times.split(" ")).mapToLong(Long::parseLong).toArray();
  }

  private static int print(List<long[]> times) {
    int last = FirstStep.PARTS.size() - 1;
    times.sort(Comparator.comparingLong(each -> each[last]));
    long[] median = times.get(times.size() / 2);
    for (int part = 0; part <= last; part++) {
      long before = part == 0 ? 0 : median[part - 1];
      System.out.printf(
          Locale.ROOT,
          "startup: %5d ms for %s%n",
          median[part] - before,
          FirstStep.PARTS.get(part));
    }
    double seconds = median[last] / 1e3;
    System.out.printf(
        Locale.ROOT,
        "startup: %.2f s to the first finished step, %.2f to %.2f in %d processes (at most"
            + " %.1f)%n",
        seconds,
        times.get(0)[last] / 1e3,
        times.get(times.size() - 1)[last] / 1e3,
        times.size(),
        SECONDS_AT_MOST);
    return seconds < SECONDS_AT_MOST ? 0 : 1;
  }
}
