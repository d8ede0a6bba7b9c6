package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where MKL is on the class path ({@code mvn -Pmkl}): which library processes load, in turn. */
class MklTest {

  @BeforeEach
  void isThere() {
    assumeTrue(
        getClass().getResource("/org/bytedeco/mkl/linux-x86_64/libmkl_rt.so.2") != null,
        "MKL is not on the class path");
  }

  /** OpenBLAS comes second: it must not be given the libraries of the process before. */
  @Test
  void isFoundAndCanBeTurnedDown() throws IOException, InterruptedException {
    assertThat(describe())
        .startsWith("MKL 20")
        .contains(" (found on the class path) 1 /")
        .contains("/mkl");
    assertThat(describe("-Dventuri.blas=openblas"))
        .startsWith("OpenBLAS 0.")
        .contains(" 1 /")
        .doesNotContain("/mkl");
    assertThat(describe("-Dorg.bytedeco.openblas.load=mkl"))
        .startsWith("MKL 20")
        .contains("(set by the user)");
  }

  /** ND4J's own products, too, are MKL's then, and right. */
  @Test
  void servesNd4j() throws IOException, InterruptedException {
    assertThat(describe("-Dventuri.blas=nd4j")).startsWith("MKL 20").endsWith("nd4j");
  }

  private static String describe(String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MklTest.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.strip();
  }

  /** The other process: a product, and what made it. */
  public static void main(String[] args) {
    Tensor a = Tensor.allocate(64, 64);
    a.write(0, new float[] {2f}, 1);
    Tensor c = Tensor.allocate(64, 64);
    Matrices.multiply(64, a, a, c, 0f);
    if (c.toArray()[0] != 4f) {
      throw new AssertionError(c.toArray()[0]);
    }
    BackendDescription backend = Backend.describe();
    System.out.printf(
        "%s %s (%s) %d %s %s%n",
        backend.blasLibrary(),
        backend.blasCore(),
        backend.blasCoreChoice(),
        backend.blasThreads(),
        backend.blasFile(),
        backend.matrixProduct());
  }
}
