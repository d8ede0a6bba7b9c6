package io.venturi.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

  @Option(names = "--mkl", description = "the folder that the build puts MKL into")
  private Path mkl = Path.of("benchmarks", "target", "mkl");

  Blas() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isDirectory(mkl)) {
      System.err.printf("blas: there is no MKL in %s; give its folder by --mkl%n", mkl);
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
        median(ones),
        median(others),
        median(ratios),
        ratios[0],
        ratios[alternations - 1],
        alternations);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The rate of one process, in GFLOP/s. */
  private double run(Setting setting) throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    if (setting == Setting.OPENBLAS) {
      command.add("-Dventuri.blas=openblas");
    } else {
      classPath += File.pathSeparator + mkl.resolve("*");
    }
    command.addAll(List.of("-cp", classPath, Benchmarks.class.getName(), "products", "--rows"));
    command.add(Integer.toString(rows));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("MKL_CBWR");
    if (setting == Setting.MKL_WITHOUT_CBWR) {
      builder.environment().put("MKL_CBWR", "");
    }
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int code = process.waitFor();
    if (code != 0 || output.contains("MKL") != (setting != Setting.OPENBLAS)) {
      throw new IllegalStateException(setting + " ended with " + code + " and \"" + output + "\"");
    }
    System.err.printf("%s: %s%n", setting, output);
    return Double.parseDouble(output.substring(0, output.indexOf(' ')));
  }
}
