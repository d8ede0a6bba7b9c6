package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.peers.task.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Venturi beside other libraries. Prints a line for each work and peer, and writes a part of a file
 * for each work; what happens meanwhile goes to the standard error stream.
 */
@Command(
    name = "peers",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Compares Venturi with libtorch, DL4J and ONNX Runtime, each in a process of its own, in"
            + " turn. Ratios above 1: Venturi is faster.")
public final class Peers implements Callable<Integer> {

  private static final int QUICK_ALTERNATIONS = 3;

  @Option(
      names = "--only",
      description = "one work instead of all: ${COMPLETION-CANDIDATES}",
      completionCandidates = Names.class)
  private @Nullable String only;

  @Option(names = "--quick", description = "3 alternations, and shorter ones")
  private boolean quick;

  @Option(names = "--alternations", description = "how often each runs; 5 unless set")
  private @Nullable Integer alternations;

  @Option(
      names = "--data",
      description = "a folder with 60,000 images as of MNIST; else 10,000, over and over")
  private @Nullable Path data;

  @Mixin private ResultsOption results = new ResultsOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The names of all works. */
  static final class Names implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return Stream.of(Work.values()).map(Work::toString).iterator();
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Work> works = works();
    Path written = results.file(quick);
    System.err.println("peers: results go to " + written);
    Path folder = Files.createTempDirectory("venturi-peers");
    try {
      Launcher launcher = new Launcher(folder, cache(), CoreTypes.neededFor(works), quick);
      boolean agree = true;
      for (Work work : works) {
        agree &= compare(work, launcher, written);
      }
      return agree ? 0 : 1;
    } finally {
      delete(folder);
    }
  }

  private List<Work> works() {
    if (alternations != null && alternations < 1) {
      throw new ParameterException(spec.commandLine(), "--alternations is at least 1");
    }
    try {
      return only == null ? List.of(Work.values()) : List.of(Work.named(only));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private boolean compare(Work work, Launcher launcher, Path written)
      throws IOException, InterruptedException {
    launcher.prepare(work, data);
    Contest contest = new Contest(work, launcher);
    contest.leftOut().forEach(System.err::println);
    int times = quick ? QUICK_ALTERNATIONS : 5;
    contest.run(alternations == null ? times : alternations);
    contest.lines().forEach(System.out::println);
    List<String> arguments = spec.commandLine().getParent().getParseResult().originalArgs();
    ResultsFile.replace(written, work.toString(), Section.of(work, contest, launcher, arguments));
    return contest.allAgree();
  }

  /** Where native libraries stay between runs: 0.5 GB of them take a while to unpack. */
  private static Path cache() {
    return Path.of(System.getProperty("java.io.tmpdir"), "venturi-peers-libraries");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
