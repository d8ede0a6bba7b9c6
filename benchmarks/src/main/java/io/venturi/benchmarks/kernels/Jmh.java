package io.venturi.benchmarks.kernels;

import io.venturi.benchmarks.Median;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** JMH's benchmarks of this package, a line each on standard output and all of JMH's on error. */
@Command(
    name = "jmh",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures kernels, training steps and rows in use, each in processes of its own.")
public final class Jmh implements Callable<Integer> {

  private static final String BYTES = "gc.alloc.rate.norm";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "REGEX",
      defaultValue = ".*",
      description = "which ones: found in Class.method, such as MatrixProducts or OneRow.score")
  private String which = ".*";

  @Option(names = "--gc", description = "also counts the bytes that each puts on the heap")
  private boolean heap;

  @Option(names = "--quick", description = "one process each instead of three, and shorter")
  private boolean quick;

  /** For picocli. */
  public Jmh() {}

  @Override
  public Integer call() throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(Jmh.class.getPackageName() + "\\..*(" + which + ")")
            .shouldFailOnError(true)
            .forks(quick ? 1 : 3)
            .warmupIterations(quick ? 3 : 5)
            .warmupTime(TimeValue.milliseconds(quick ? 300 : 500))
            .measurementIterations(5)
            .measurementTime(TimeValue.milliseconds(quick ? 200 : 500));
    if (heap) {
      // JMH's own objects, some kilobytes an iteration, are to be few beside many operations.
      options.measurementTime(TimeValue.seconds(2));
      options.addProfiler(GCProfiler.class);
    }
    OutputFormat progress =
        OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
    Collection<RunResult> results = new Runner(options.build(), progress).run();
    for (RunResult result : results) {
      System.out.println(line(result));
    }
    return 0;
  }

  private static String line(RunResult result) {
    BenchmarkParams params = result.getParams();
    Result<?> time = result.getPrimaryResult();
    String name = params.getBenchmark().substring(Jmh.class.getPackageName().length() + 1);
    StringJoiner line = new StringJoiner(" ", "jmh ", "").add(name);
    for (String key : params.getParamsKeys()) {
      line.add(key + "=" + params.getParam(key));
    }
    double error = time.getScoreError();
    line.add(
        String.format(Locale.ROOT, "%.3f ± %.3f %s", time.getScore(), error, time.getScoreUnit()));
    if (name.startsWith(MatrixProducts.class.getSimpleName())) {
      double operations = MatrixProducts.operations(params.getParam("layer"));
      line.add(String.format(Locale.ROOT, "%.0f GFLOP/s", operations / time.getScore() / 1e3));
    }
    bytes(result).ifPresent(b -> line.add(String.format(Locale.ROOT, "%.1f bytes", b)));
    return line.toString();
  }

  /**
   * Of the median iteration: what the virtual machine makes now and then, where it throws compiled
   * code away, is in a few.
   */
  private static OptionalDouble bytes(RunResult result) {
    double[] bytes =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(iteration -> iteration.getSecondaryResults().get(BYTES))
            .filter(Objects::nonNull)
            .mapToDouble(each -> each.getScore())
            .toArray();
    return bytes.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Median.of(bytes));
  }
}
