package io.venturi.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where results go: the file that is kept in the repository only if asked, and not in a hurry. */
final class ResultsOption {

  private static final Path KEPT = Path.of("benchmarks", "RESULTS.md");

  @Spec(Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description =
          "the file to write results to; benchmarks/RESULTS.md only with a full run, and if it is"
              + " given here")
  private Path file = Path.of("benchmarks", "target", "peers.md");

  ResultsOption() {}

  /**
   * The file, in a folder that is there.
   *
   * @throws ParameterException if short measurements were to take the place of those that are kept
   */
  Path file(boolean quick) throws IOException {
    if (quick && isKept(file)) {
      throw new ParameterException(
          spec.commandLine(),
          "--quick measures too briefly for "
              + KEPT
              + ": leave out --quick, or name another file by --results");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return file;
  }

  private static boolean isKept(Path file) throws IOException {
    if (Files.exists(file) && Files.exists(KEPT)) {
      return Files.isSameFile(file, KEPT);
    }
    return file.toAbsolutePath().normalize().equals(KEPT.toAbsolutePath().normalize());
  }
}
