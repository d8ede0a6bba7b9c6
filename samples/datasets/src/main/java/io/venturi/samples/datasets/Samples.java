package io.venturi.samples.datasets;

import io.venturi.error.VenturiException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Runs a sample's command. */
public final class Samples {

  /** The exit code where the user has something to mend. */
  public static final int FAILED = 1;

  private Samples() {}

  /**
   * Runs a command. It gets {@code --help}; what the user can mend is one line on the standard
   * error stream, without a stack trace.
   *
   * @param command a class with picocli's annotations
   * @return the exit code
   */
  public static int run(Callable<Integer> command, String... args) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help").usageHelp(true).description("shows this").build());
    line.setExecutionExceptionHandler(
        (failure, failed, parsed) -> {
          failed.getErr().println(failed.getCommandName() + ": " + reason(failure));
          return FAILED;
        });
    return line.execute(args);
  }

  /** What to tell the user; other failures are faults of the sample, and keep their trace. */
  private static String reason(Exception failure) throws Exception {
    if (failure instanceof VenturiException || failure instanceof IllegalArgumentException) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof IOException) {
      // The messages of many of these are a path alone.
      return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
    throw failure;
  }
}
