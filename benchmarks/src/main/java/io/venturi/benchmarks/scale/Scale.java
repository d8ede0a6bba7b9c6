package io.venturi.benchmarks.scale;

import io.venturi.application.report.Axis;
import io.venturi.application.report.PointChart;
import io.venturi.application.report.Series;
import io.venturi.report.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What training costs as rows, features, codes, layers, batches and threads become more. */
@Command(
    name = "scale",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures what training costs as work grows, and draws it.")
public final class Scale implements Callable<Integer> {

  private static final String ARITHMETIC =
      "GFLOP/s over the floating-point operations of a row, a point for each training: small"
          + " networks are bound by what is not arithmetic, large ones by matrix products.";

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      description = "rows, features, code, depth, batch or threads; all of them unless given")
  private @Nullable String only;

  @Option(names = "--quick", description = "shorter, and at most a million rows")
  private boolean quick;

  @Option(names = "--out", description = "folder for a page, its pictures, and one of them all")
  private Path out = Path.of("target", "scale");

  /** For picocli. */
  public Scale() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Sweep> sweeps = Sweep.all().stream().filter(sweep -> isWanted(sweep.name())).toList();
    requireKnown();
    HtmlReport report = HtmlReport.titled("What training costs as work grows");
    if (isWanted(RowGrowth.NAME)) {
      report.add(RowGrowth.measure(quick));
    }
    List<Series> arithmetic = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      SweepResult result = sweep.run(quick ? Pace.QUICK : Pace.FULL);
      report.add(result);
      arithmetic.add(result.arithmetic());
    }
    if (only == null) {
      report.add(
          "Arithmetic",
          section ->
              section.points(
                  new PointChart(
                      "Arithmetic by the work of a row",
                      ARITHMETIC,
                      Axis.logarithmic("floating-point operations of a row"),
                      Axis.logarithmic("GFLOP/s"),
                      arithmetic)));
    }
    Path page = report.write(out);
    Mosaic.write(page, out.resolve("scale.png"));
    System.out.println("scale: " + page);
    return 0;
  }

  private boolean isWanted(String name) {
    return only == null || only.equals(name);
  }

  private void requireKnown() {
    List<String> names =
        Stream.concat(Stream.of(RowGrowth.NAME), Sweep.all().stream().map(Sweep::name)).toList();
    if (command != null && only != null && !names.contains(only)) {
      throw new ParameterException(
          command.commandLine(), "--only " + only + ": there is " + String.join(", ", names));
    }
  }
}
