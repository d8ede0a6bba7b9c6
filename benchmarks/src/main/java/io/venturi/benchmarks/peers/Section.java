package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.Median;
import io.venturi.benchmarks.peers.task.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of the results file that is about one work. */
final class Section {

  private static final Path CPU = Path.of("/proc/cpuinfo");

  /** Options whose values are places on this machine, and what stands for these. */
  private static final Map<String, String> PLACES = Map.of("--data", "DIR", "--results", "FILE");

  private Section() {}

  /**
   * The part, in Markdown.
   *
   * @param arguments of the command that was run
   */
  static String of(Work work, Contest contest, Runner runner, List<String> arguments)
      throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("## peers: ").append(work).append("\n\n");
    boolean mkl = contest.contenders().stream().anyMatch(Contender::usesMkl);
    text.append("`mvn -q -Prun").append(mkl ? ",mkl" : "");
    text.append(" -pl benchmarks -am verify -Dargs=\"").append(withoutFolders(arguments));
    text.append("\"` on ").append(machine()).append('.');
    if (work.passes() > 1) {
      text.append(
          String.format(
              Locale.ROOT,
              " A round encodes %,d rows: %d passes over %,d.",
              work.passes() * work.count(),
              work.passes(),
              work.count()));
    }
    text.append("\n\n```\n");
    contest.lines().forEach(line -> text.append(line).append('\n'));
    text.append("```\n\n| contender | | median | libraries |\n|---|---|---|---|\n");
    for (Contender contender : contest.contenders()) {
      List<Outcome> outcomes = contest.outcomes(contender);
      if (!outcomes.isEmpty()) {
        text.append(row(contender, work, outcomes, runner));
      }
    }
    return text.toString();
  }

  /** Arguments as others would write them, who have their data elsewhere. */
  static String withoutFolders(List<String> arguments) {
    List<String> shown = new ArrayList<>();
    for (String argument : arguments) {
      String before = shown.isEmpty() ? "" : shown.get(shown.size() - 1);
      int sign = argument.indexOf('=');
      if (PLACES.containsKey(before)) {
        shown.add(PLACES.get(before));
      } else if (sign > 0 && PLACES.containsKey(argument.substring(0, sign))) {
        String option = argument.substring(0, sign);
        shown.addAll(List.of(option, PLACES.get(option)));
      } else {
        shown.add(argument);
      }
    }
    return String.join(" ", shown);
  }

  private static String row(Contender contender, Work work, List<Outcome> outcomes, Runner runner) {
    double median = Median.of(outcomes.stream().map(Outcome::figure).toList());
    String unit = contender.isRoof() ? "GFLOP/s" : work.unit().toString();
    String figure = String.format(Locale.ROOT, work.unit().format(), median);
    return "| `%s` | %s | %s %s | %s |\n"
        .formatted(
            contender,
            contender.manner(work) + environment(runner.environment(contender, work)),
            figure,
            unit,
            outcomes.get(outcomes.size() - 1).libraries());
  }

  private static String environment(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(entry -> "; `" + entry.getKey() + "=" + entry.getValue() + "`")
        .sorted()
        .collect(Collectors.joining());
  }

  private static String machine() throws IOException {
    String cpu =
        Files.isReadable(CPU)
            ? Files.readAllLines(CPU).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"))
            : System.getProperty("os.arch");
    return "%s, %d processors, %s, JDK %s"
        .formatted(
            cpu,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("java.version"));
  }
}
