package io.venturi.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** OpenBLAS and MKL side by side, each in processes of its own, in turn. */
@Command(
    name = "blas",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Compares OpenBLAS and MKL by the products of a training step on one thread.")
final class Blas implements Callable<Integer> {

  /** A library, and how it is run. */
  private enum Setting {
    OPENBLAS,
    MKL,
    /** Its last bits depend on where matrices lie in memory. */
    MKL_WITHOUT_CBWR
  }

  @Option(names = "--rows", description = "rows at a time, as many as a shard has")
  private int rows = 64;

  @Option(names = "--alternations", description = "how often each is run, in turn")
  private int alternations = 7;

  Blas() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!System.getProperty("java.class.path").contains("mkl-")) {
      System.err.println("blas: MKL is not on the class path; add it by -Prun,mkl");
      return 2;
    }
    double[] openBlas = new double[alternations];
    double[] withCbwr = new double[alternations];
    double[] without = new double[alternations];
    for (int run = 0; run < alternations; run++) {
      openBlas[run] = run(Setting.OPENBLAS);
      withCbwr[run] = run(Setting.MKL);
      without[run] = run(Setting.MKL_WITHOUT_CBWR);
    }
    report("MKL against OpenBLAS", withCbwr, openBlas);
    report("MKL with MKL_CBWR against without", withCbwr, without);
    return 0;
  }

  /** Medians, and the ratios pair by pair, since the machine's speed changes. */
  private void report(String what, double[] ones, double[] others) {
    double[] ratios = new double[alternations];
    Arrays.setAll(ratios, run -> ones[run] / others[run]);
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "blas: %s, %d rows: %.1f and %.1f GFLOP/s, ratio %.3f (%.3f–%.3f of %d)%n",
        what,
        rows,
        Median.of(ones),
        Median.of(others),
        Median.of(ratios),
        ratios[0],
        ratios[alternations - 1],
        alternations);
  }

  /** The rate of one process, in GFLOP/s. */
  private double run(Setting setting) throws IOException, InterruptedException {
    FreshJvm process =
        FreshJvm.of(Benchmarks.class, List.of("products", "--rows", Integer.toString(rows)));
    process =
        switch (setting) {
          case OPENBLAS -> process.withOptions(List.of("-Dventuri.blas=openblas"));
          case MKL -> process;
          case MKL_WITHOUT_CBWR -> process.withEnvironment(Map.of("MKL_CBWR", ""));
        };
    String output = process.output(Redirect.DISCARD);
    if (output.contains("MKL") != (setting != Setting.OPENBLAS)) {
      throw new IllegalStateException(setting + " printed \"" + output + "\"");
    }
    System.err.printf("%s: %s%n", setting, output);
    return Double.parseDouble(output.substring(0, output.indexOf(' ')));
  }
}
