package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NativeSetupTest {

  private static final CpuFeatures AVX512 = CpuFeatures.parse(CpuFeaturesTest.SAPPHIRE_RAPIDS);
  private static final CpuFeatures AVX2 = CpuFeatures.parse(CpuFeaturesTest.ZEN_2);
  private static final CpuFeatures SSE = CpuFeatures.parse(CpuFeaturesTest.NEHALEM);
  private static final CpuFeatures ARM = CpuFeatures.parse(CpuFeaturesTest.NEOVERSE);

  @Test
  void choosesTheFastestCoreThatTheFlagsAllow() {
    assertThat(NativeSetup.coreFor(AVX512)).isEqualTo("SkylakeX");
    assertThat(NativeSetup.coreFor(AVX2)).isEqualTo("Haswell");
    assertThat(NativeSetup.coreFor(SSE)).isEmpty();
    assertThat(NativeSetup.coreFor(ARM)).isEmpty();
  }

  @Test
  void takesTheFastestBuildOfThoseThatAreThere() {
    Set<String> all = Set.of("-onednn-avx512", "-onednn-avx2", "-onednn");
    assertThat(NativeSetup.extensionFor(AVX512, all::contains)).isEqualTo("-onednn-avx512");
    assertThat(NativeSetup.extensionFor(AVX2, all::contains)).isEqualTo("-onednn-avx2");
    assertThat(NativeSetup.extensionFor(SSE, all::contains)).isEqualTo("-onednn");
    assertThat(NativeSetup.extensionFor(AVX512, Set.of("-onednn-avx2")::contains))
        .isEqualTo("-onednn-avx2");
    assertThat(NativeSetup.extensionFor(AVX512, Set.of("-onednn")::contains)).isEqualTo("-onednn");
  }

  /** A build for instructions that the CPU lacks would end the process. */
  @Test
  void neverTakesABuildThatTheCpuCannotRun() {
    assertThat(NativeSetup.extensionFor(AVX2, Set.of("-onednn-avx512")::contains)).isEmpty();
    assertThat(NativeSetup.extensionFor(SSE, Set.of("-onednn-avx512", "-onednn-avx2")::contains))
        .isEmpty();
    assertThat(NativeSetup.extensionFor(ARM, Set.of("-onednn-avx512", "-onednn-avx2")::contains))
        .isEmpty();
  }

  @Test
  void takesThePlainBuildWhenThereIsNoOther() {
    assertThat(NativeSetup.extensionFor(AVX512, extension -> false)).isEmpty();
  }
}
