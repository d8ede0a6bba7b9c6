package io.venturi.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of a choice of BLAS: the choice, and what was loaded, which may be something else.
 *
 * @param setup what was chosen
 * @param loaded what the library says of itself
 */
record BlasReport(NativeSetup setup, LoadedBlas loaded) {

  /** The kernels in use; where the library does not tell, those that were asked for. */
  String core() {
    return loaded.core().equals(LoadedBlas.UNKNOWN) && !loaded.isMkl()
        ? setup.requestedCore()
        : loaded.core();
  }

  /** Who chose the kernels of the BLAS that was loaded. */
  String choice() {
    if (loaded.isMkl()) {
      return setup.blas().mkl() ? setup.blas().reason() : "not asked for";
    }
    return isTooLate() ? "OpenBLAS was loaded before it could be told" : setup.coreChoice();
  }

  /** What the user should know, where it did not come as chosen. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (setup.blas().mkl() && !loaded.isMkl()) {
      warnings.add(
          "MKL was to be used ("
              + setup.blas().reason()
              + "), but "
              + loaded.library()
              + " is: MKL's libraries did not load, or ND4J was used before Venturi, which"
              + " io.venturi.kernel.Backend.ensureLoaded() at the start of the program prevents");
    } else if (isTooLate()) {
      warnings.add(
          "ND4J was used before Venturi, so OpenBLAS runs "
              + loaded.core()
              + " kernels and not "
              + setup.requestedCore()
              + ": slower, and with other last bits. Call"
              + " io.venturi.kernel.Backend.ensureLoaded() first");
    }
    if (setup.blas().reason().equals(BlasChoice.FOUND)
        && loaded.core().equals(LoadedBlas.NO_INTEL_CPU)
        && setup.requestedCore().equals(NativeSetup.AVX512_CORE)) {
      warnings.add(
          "MKL has no kernels for AVX-512 on CPUs that are not Intel's; OpenBLAS has, and is likely"
              + " to be faster here: leave MKL out, or take -Dventuri.blas=openblas");
    }
    if (!loaded.reproducible()) {
      warnings.add(
          "MKL runs without MKL_CBWR, so results may differ in their last bits from run to run;"
              + " leave the variable to Venturi, or set it to AUTO");
    }
    return warnings;
  }

  private boolean isTooLate() {
    return !loaded.isMkl()
        && setup.coreChoice().equals(NativeSetup.CHOSEN)
        && !loaded.core().equals(LoadedBlas.UNKNOWN)
        && !loaded.core().equals(setup.requestedCore());
  }
}
