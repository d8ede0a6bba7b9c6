package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.peers.task.Rounds;
import io.venturi.benchmarks.peers.task.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of the results file that is about one work. */
final class Section {

  private static final Path CPU = Path.of("/proc/cpuinfo");

  private Section() {}

  /**
   * The part, in Markdown.
   *
   * @param arguments of the command that was run
   */
  static String of(Work work, Contest contest, Launcher launcher, List<String> arguments)
      throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("## peers: ").append(work).append("\n\n");
    text.append("`mvn -q -Prun -pl benchmarks -am verify -Dargs=\"")
        .append(withoutFolders(arguments));
    text.append("\"` on ").append(machine()).append(".\n\n```\n");
    contest.lines().forEach(line -> text.append(line).append('\n'));
    text.append("```\n\n| contender | | median | libraries |\n|---|---|---|---|\n");
    for (Contender contender : contest.contenders()) {
      List<Outcome> outcomes = contest.outcomes(contender);
      if (!outcomes.isEmpty()) {
        text.append(row(contender, work, outcomes, launcher));
      }
    }
    return text.toString();
  }

  /** Arguments as others would write them, who have their data elsewhere. */
  static String withoutFolders(List<String> arguments) {
    return String.join(" ", arguments).replaceAll("--(data|results|mkl)[ =]\\S+", "--$1 DIR");
  }

  private static String row(
      Contender contender, Work work, List<Outcome> outcomes, Launcher launcher) {
    double median = Rounds.median(outcomes.stream().map(Outcome::figure).toList());
    String unit = contender.isRoof() ? "GFLOP/s" : work.unit().toString();
    String figure = String.format(Locale.ROOT, work.unit().format(), median);
    return "| `%s` | %s | %s %s | %s |\n"
        .formatted(
            contender,
            contender.manner() + environment(launcher.environment(contender, work)),
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
