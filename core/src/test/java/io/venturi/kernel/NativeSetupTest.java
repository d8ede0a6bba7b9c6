package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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

  @Test
  void saysWhoChoseTheKernelsThatRun() {
    assertThat(setup(BlasChoice.OPENBLAS).choiceOf(OPENBLAS)).isEqualTo("chosen for the CPU");
    assertThat(setup(BlasChoice.OPENBLAS).warnings(OPENBLAS)).isEmpty();
    assertThat(setup(MKL_FOUND).choiceOf(MKL)).isEqualTo("found on the class path");
    assertThat(setup(MKL_FOUND).warnings(MKL)).isEmpty();
    assertThat(setup(BlasChoice.OPENBLAS).choiceOf(MKL)).isEqualTo("not asked for");
  }

  @Test
  void warnsThatOpenBlasCouldNotBeTold() {
    LoadedBlas other = new LoadedBlas("OpenBLAS 0.3.19", "Prescott", 1, "", true);
    NativeSetup setup = setup(BlasChoice.OPENBLAS);
    assertThat(setup.choiceOf(other)).isEqualTo("OpenBLAS was loaded before it could be told");
    assertThat(setup.warnings(other))
        .singleElement()
        .asString()
        .contains("OpenBLAS runs Prescott kernels and not SkylakeX")
        .contains("Backend.ensureLoaded()");
  }

  /** What cannot be asked has no fault to warn of. */
  @Test
  void doesNotWarnOfWhatItDoesNotKnow() {
    LoadedBlas unknown = new LoadedBlas("unknown", "unknown", 0, "", true);
    assertThat(setup(BlasChoice.OPENBLAS).warnings(unknown)).isEmpty();
  }

  @Test
  void warnsThatMklDidNotLoad() {
    assertThat(setup(MKL_FOUND).choiceOf(OPENBLAS)).isEqualTo("chosen for the CPU");
    assertThat(setup(MKL_FOUND).warnings(OPENBLAS))
        .singleElement()
        .asString()
        .startsWith(
            "MKL was to be used (found on the class path), but OpenBLAS 0.3.19 is: MKL's"
                + " libraries did not load, or ND4J was used before Venturi");
  }

  @Test
  void warnsOfMklWhoseResultsCannotBeRepeated() {
    LoadedBlas loose = new LoadedBlas("MKL 2022.0", "AVX512", 1, "", false);
    assertThat(setup(MKL_FOUND).warnings(loose))
        .singleElement()
        .asString()
        .contains("set it to AUTO");
  }

  /** Where whoever shares a build may not know it; who asks for MKL by name has had a reason. */
  @Test
  void warnsWhereOpenBlasIsLikelyToBeFaster() {
    LoadedBlas elsewhere = new LoadedBlas("MKL 2022.0", "AUTO", 1, "", true);
    assertThat(setup(MKL_FOUND).warnings(elsewhere))
        .singleElement()
        .asString()
        .contains("-Dventuri.blas=openblas");
    assertThat(
            setup(new BlasChoice(true, "set by the user", Map.of(), Map.of())).warnings(elsewhere))
        .isEmpty();
    assertThat(
            new NativeSetup("linux-x86_64", MKL_FOUND, "Haswell", NativeSetup.CHOSEN)
                .warnings(elsewhere))
        .isEmpty();
  }

  private static final BlasChoice MKL_FOUND =
      new BlasChoice(true, BlasChoice.FOUND, Map.of(), Map.of());
  private static final LoadedBlas OPENBLAS =
      new LoadedBlas("OpenBLAS 0.3.19", "SkylakeX", 1, "", true);
  private static final LoadedBlas MKL = new LoadedBlas("MKL 2022.0", "AVX512", 1, "", true);

  private static NativeSetup setup(BlasChoice blas) {
    return new NativeSetup("linux-x86_64", blas, "SkylakeX", NativeSetup.CHOSEN);
  }
}
