package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.peers.task.Contestant;
import io.venturi.benchmarks.peers.task.Effort;
import io.venturi.benchmarks.peers.task.Material;
import io.venturi.benchmarks.peers.task.Task;
import io.venturi.benchmarks.peers.task.Work;
import io.venturi.benchmarks.peers.venturi.Preparation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@link Peers} starts: one contender in a process of its own, or the preparation. */
@Command(
    name = "contender",
    hidden = true,
    description = "Runs one contender of the command peers in this process.")
public final class ContenderProcess implements Callable<Integer> {

  @Option(names = "--work", required = true, description = "what to do")
  private String work = "";

  @Option(names = "--name", description = "who does it; nobody: the material is made")
  private @Nullable String name;

  @Option(names = "--material", required = true, description = "the folder of the material")
  private Path folder = Path.of("");

  @Option(names = "--data", description = "a folder with images, for the material")
  private @Nullable Path data;

  @Option(names = "--threads", description = "how many threads it may use")
  private int threads = 1;

  @Option(names = "--quick", description = "measures for a shorter time")
  private boolean quick;

  @Parameters(arity = "0..1", description = "where the outcome goes")
  private Path outcome = Path.of("");

  @Override
  public Integer call() throws IOException {
    Work task = Work.named(work);
    Material material = new Material(task, folder);
    if (name == null) {
      new Preparation(task, material, data).run();
      return 0;
    }
    Contender contender = contender(name);
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    try (Contestant contestant = contender.start(new Task(task, material, effort, threads))) {
      double check = contestant.check();
      double figure = contestant.figure();
      new Outcome(check, figure, MappedLibraries.names()).write(outcome);
    }
    return 0;
  }

  private static Contender contender(String name) {
    for (Contender contender : Contender.values()) {
      if (contender.toString().equals(name)) {
        return contender;
      }
    }
    throw new IllegalArgumentException("no contender " + name);
  }
}
