package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;

class BackendTest {

  @Test
  void describesWhatRunsInThisProcess() {
    BackendDescription backend = Backend.describe();
    CpuFeatures cpu = CpuFeatures.detect();
    assertThat(backend.cpu()).isEqualTo(cpu.model());
    assertThat(backend.vectorExtension()).isEqualTo(cpu.vectorExtension());
    assertThat(backend.processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(backend.nativeBuild()).startsWith(Loader.Detector.getPlatform());
    assertThat(backend.blasCore()).isNotBlank();
    assertThat(backend.blasCoreChoice())
        .isIn(
            "set by the user",
            "chosen for the CPU",
            "OpenBLAS's own detection",
            "found on the class path");
    assertThat(backend.blasLibrary()).containsAnyOf("OpenBLAS", "MKL", "unknown");
    assertThat(backend.blasThreads()).isLessThan(2);
    assertThat(backend.matrixProduct()).isIn("cblas", "nd4j");
  }

  /** What was asked of OpenBLAS is what it then uses: the choice came before it loaded. */
  @Test
  void openBlasUsesTheCoreThatWasChosen() {
    BackendDescription backend = Backend.describe();
    if (backend.blasCoreChoice().equals("chosen for the CPU")
        && backend.matrixProduct().equals("cblas")) {
      String wanted = NativeSetup.coreFor(CpuFeatures.detect());
      assertThat(backend.blasCore()).isEqualToIgnoringCase(wanted);
    }
  }

  @Test
  void saysItInOneLine() {
    String text =
        new BackendDescription(
                "Some CPU",
                "AVX2",
                "linux-x86_64-onednn-avx2",
                "OpenBLAS 0.3.19",
                "Haswell",
                "chosen for the CPU",
                1,
                "/some/libopenblas.so.0",
                "cblas",
                4)
            .toString();
    assertThat(text)
        .isEqualTo(
            "Some CPU (AVX2, 4 processors): nd4j-native linux-x86_64-onednn-avx2, OpenBLAS"
                + " 0.3.19 core Haswell (chosen for the CPU), matrix products by cblas on 1 thread"
                + " each");
  }

  @Test
  void givesBlasThreadsForOnePieceOfWorkAlone() {
    Tensor a = Tensor.allocate(64, 64);
    Tensor c = Tensor.allocate(64, 64);
    a.write(0, new float[] {2f}, 1);
    Backend.withBlasThreads(2, () -> Matrices.multiply(64, a, a, c, 0f));
    assertThat(c.toArray()[0]).isEqualTo(4f);
    assertThatThrownBy(
            () ->
                Backend.withBlasThreads(
                    2,
                    () -> {
                      throw new IllegalStateException("in between");
                    }))
        .hasMessage("in between");
  }
}
