package io.venturi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshJvmTest {

  @TempDir private Path folder;

  /** Prints what it was given, or dies of it. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) {
      if (args[0].equals("die")) {
        System.err.println("too bad");
        System.exit(3);
      }
      System.out.println(args[0] + System.getProperty("option") + System.getenv("MKL_CBWR"));
    }
  }

  @Test
  void aProcessGetsWhatItIsGiven() throws Exception {
    String output =
        FreshJvm.of(Child.class, List.of("a"))
            .withOptions(List.of("-Doption=b"))
            .withEnvironment(Map.of("MKL_CBWR", "c"))
            .output(Redirect.DISCARD);

    assertThat(output).isEqualTo("abc");
  }

  @Test
  void settingsOfWhoeverStartsItAreNotPassedOn() {
    assertThat(
            List.of(
                "OPENBLAS_CORETYPE",
                "OMP_NUM_THREADS",
                "KMP_BLOCKTIME",
                "GOMP_SPINCOUNT",
                "MKL_THREADING_LAYER",
                "MKL_DYNAMIC",
                "JAVA_TOOL_OPTIONS",
                "JDK_JAVA_OPTIONS"))
        .allMatch(FreshJvm::isCleared);
    assertThat(List.of("PATH", "HOME", "JAVA_HOME", "LD_LIBRARY_PATH"))
        .noneMatch(FreshJvm::isCleared);
    assertThat(FreshJvm.of(Child.class, List.of()).builder().environment().keySet())
        .noneMatch(FreshJvm::isCleared);
  }

  @Test
  void aProcessThatDiesSaysWhatItSaid() {
    FreshJvm dying = FreshJvm.of(Child.class, List.of("die"));

    assertThatThrownBy(() -> dying.run(folder.resolve("log"), 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("too bad");
    assertThatThrownBy(() -> dying.output(Redirect.DISCARD)).hasMessageContaining("exit code 3");
  }
}
