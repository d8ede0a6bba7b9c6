package io.venturi.samples.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class SamplesTest {

  @Command(name = "sample")
  private record Sample(Callable<Integer> work) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      return work.call();
    }
  }

  private static int exit;

  private static String errors(Callable<Integer> work, String... args) {
    PrintStream console = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      exit = Samples.run(new Sample(work), args);
    } finally {
      System.setErr(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatTheUserCanMendIsOneLine() {
    assertThat(
            errors(
                () -> {
                  throw new IllegalArgumentException("No images were named.");
                }))
        .isEqualTo("sample: No images were named." + System.lineSeparator());
    assertThat(exit).isEqualTo(1);
    assertThat(
            errors(
                () -> {
                  throw new DataException(Message.NO_ROWS, "the data");
                }))
        .isEqualTo(
            "sample: [AE-200] the data has no rows: give it at least one."
                + System.lineSeparator());
    assertThat(
            errors(
                () -> {
                  throw new FileAlreadyExistsException("out");
                }))
        .isEqualTo("sample: FileAlreadyExistsException: out" + System.lineSeparator());
    assertThat(exit).isEqualTo(1);
  }

  @Test
  void faultsKeepTheirTrace() {
    assertThat(
            errors(
                () -> {
                  throw new IllegalStateException("a fault");
                }))
        .contains("IllegalStateException: a fault", "at io.venturi.samples");
    assertThat(exit).isEqualTo(1);
  }

  @Test
  void runs() {
    assertThat(errors(() -> 0)).isEmpty();
    assertThat(exit).isZero();
    assertThat(errors(() -> 0, "--nonsense")).startsWith("Unknown option: '--nonsense'");
    assertThat(exit).isEqualTo(2);
  }
}
