package io.venturi.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class ResultsOptionTest {

  private static final String KEPT = Path.of("benchmarks", "RESULTS.md").toString();

  @TempDir private Path folder;

  private final StringWriter errors = new StringWriter();

  @Command
  static final class Taker implements Callable<Integer> {
    @Mixin private ResultsOption results = new ResultsOption();

    @Option(names = "--quick")
    private boolean quick;

    private Path taken = Path.of("");

    @Override
    public Integer call() throws Exception {
      taken = results.file(quick);
      return 0;
    }
  }

  private int run(Taker taker, String... arguments) {
    return new CommandLine(taker).setErr(new PrintWriter(errors)).execute(arguments);
  }

  @Test
  void whatIsKeptIsWrittenOnlyIfAsked() {
    Taker taker = new Taker();
    Path asked = folder.resolve("new").resolve("mine.md");

    assertThat(run(taker, "--quick", "--results", asked.toString())).isZero();
    assertThat(taker.taken).isEqualTo(asked);
    assertThat(asked.getParent()).isDirectory();
    assertThat(new CommandLine(taker).getUsageMessage()).doesNotContain("default");
  }

  @Test
  void quickFiguresDoNotReplaceThoseThatAreKept() {
    assertThat(run(new Taker(), "--quick", "--results", KEPT)).isEqualTo(2);
    assertThat(run(new Taker(), "--quick", "--results", "benchmarks/./RESULTS.md")).isEqualTo(2);
    assertThat(errors.toString()).contains("--quick measures too briefly for " + KEPT);
  }
}
