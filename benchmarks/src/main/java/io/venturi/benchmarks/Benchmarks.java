package io.venturi.benchmarks;

import io.venturi.benchmarks.kernels.Jmh;
import io.venturi.benchmarks.peers.ContenderProcess;
import io.venturi.benchmarks.peers.Peers;
import io.venturi.benchmarks.scale.Scale;
import io.venturi.benchmarks.scale.Startup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks, each a subcommand. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    description = "Measures Venturi on this machine.",
    subcommands = {
      Noise.class,
      Optimizers.class,
      Roof.class,
      Sgemm.class,
      Blas.class,
      StepProducts.class,
      Stream.class,
      CompileTime.class,
      Convolution.class,
      Jmh.class,
      RowInference.class,
      Peers.class,
      ContenderProcess.class,
      Scale.class,
      Startup.class
    })
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmarks()).execute(args));
  }
}
