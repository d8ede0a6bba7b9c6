package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BlasReportTest {

  private static final BlasChoice MKL_FOUND =
      new BlasChoice(true, BlasChoice.FOUND, Map.of(), Map.of());
  private static final LoadedBlas OPENBLAS =
      new LoadedBlas("OpenBLAS 0.3.19", "SkylakeX", 1, "", true);
  private static final LoadedBlas MKL = new LoadedBlas("MKL 2022.0", "AVX512", 1, "", true);

  @Test
  void saysWhoChoseTheKernelsThatRun() {
    assertThat(report(BlasChoice.OPENBLAS, OPENBLAS).choice()).isEqualTo("chosen for the CPU");
    assertThat(report(BlasChoice.OPENBLAS, OPENBLAS).warnings()).isEmpty();
    assertThat(report(MKL_FOUND, MKL).choice()).isEqualTo("found on the class path");
    assertThat(report(MKL_FOUND, MKL).warnings()).isEmpty();
    assertThat(report(BlasChoice.OPENBLAS, MKL).choice()).isEqualTo("not asked for");
  }

  @Test
  void warnsThatOpenBlasCouldNotBeTold() {
    LoadedBlas other = new LoadedBlas("OpenBLAS 0.3.19", "Prescott", 1, "", true);
    BlasReport report = report(BlasChoice.OPENBLAS, other);
    assertThat(report.choice()).isEqualTo("OpenBLAS was loaded before it could be told");
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .contains("OpenBLAS runs Prescott kernels and not SkylakeX")
        .contains("Backend.ensureLoaded()");
  }

  /** What cannot be asked has no fault to warn of. */
  @Test
  void doesNotWarnOfWhatItDoesNotKnow() {
    LoadedBlas unknown = new LoadedBlas("unknown", "unknown", 0, "", true);
    assertThat(report(BlasChoice.OPENBLAS, unknown).warnings()).isEmpty();
    assertThat(report(BlasChoice.OPENBLAS, unknown).core()).isEqualTo("SkylakeX");
    assertThat(report(BlasChoice.OPENBLAS, MKL).core()).isEqualTo("AVX512");
  }

  @Test
  void warnsThatMklDidNotLoad() {
    assertThat(report(MKL_FOUND, OPENBLAS).choice()).isEqualTo("chosen for the CPU");
    assertThat(report(MKL_FOUND, OPENBLAS).warnings())
        .singleElement()
        .asString()
        .startsWith(
            "MKL was to be used (found on the class path), but OpenBLAS 0.3.19 is: MKL's"
                + " libraries did not load, or ND4J was used before Venturi");
  }

  @Test
  void warnsOfMklWhoseResultsCannotBeRepeated() {
    LoadedBlas loose = new LoadedBlas("MKL 2022.0", "AVX512", 1, "", false);
    assertThat(report(MKL_FOUND, loose).warnings())
        .singleElement()
        .asString()
        .contains("set it to AUTO");
  }

  /** Where whoever shares a build may not know it; who asks for MKL by name has had a reason. */
  @Test
  void warnsWhereOpenBlasIsLikelyToBeFaster() {
    LoadedBlas elsewhere = new LoadedBlas("MKL 2022.0", "AUTO", 1, "", true);
    assertThat(report(MKL_FOUND, elsewhere).warnings())
        .singleElement()
        .asString()
        .contains("-Dventuri.blas=openblas");
    assertThat(
            report(new BlasChoice(true, "set by the user", Map.of(), Map.of()), elsewhere)
                .warnings())
        .isEmpty();
    assertThat(
            new BlasReport(
                    new NativeSetup("linux-x86_64", MKL_FOUND, "Haswell", NativeSetup.CHOSEN),
                    elsewhere)
                .warnings())
        .isEmpty();
  }

  private static BlasReport report(BlasChoice blas, LoadedBlas loaded) {
    return new BlasReport(
        new NativeSetup("linux-x86_64", blas, "SkylakeX", NativeSetup.CHOSEN), loaded);
  }
}
