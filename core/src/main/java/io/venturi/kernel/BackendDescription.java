package io.venturi.kernel;

/**
 * What Venturi found on this machine and chose for it.
 *
 * @param cpu the CPU's name
 * @param vectorExtension its widest vector instructions: AVX-512, AVX2, SSE or unknown
 * @param nativeBuild the build of nd4j-native in use, such as {@code linux-x86_64-onednn-avx512}
 * @param blasLibrary the BLAS that was really loaded, such as {@code OpenBLAS 0.3.19} or {@code MKL
 *     2022.0}, or "unknown"
 * @param blasCore the kernels that it uses, in its own spelling: {@code SkylakeX} of OpenBLAS,
 *     {@code AVX512} of MKL, which says {@code AUTO} on CPUs that are not Intel's; or "unknown"
 * @param blasCoreChoice why: set by the user, chosen for the CPU, OpenBLAS's own detection, or
 *     found on the class path
 * @param blasThreads how many threads one matrix product uses: 1, or 0 if it cannot be told
 * @param blasFile the file that the BLAS was loaded from; empty if the system does not tell
 * @param matrixProduct the route of matrix products: {@code cblas} or {@code nd4j}
 * @param processors how many processors the JVM may use
 */
public record BackendDescription(
    String cpu,
    String vectorExtension,
    String nativeBuild,
    String blasLibrary,
    String blasCore,
    String blasCoreChoice,
    int blasThreads,
    String blasFile,
    String matrixProduct,
    int processors) {

  /** The one line that is logged. */
  @Override
  public String toString() {
    return cpu
        + " ("
        + vectorExtension
        + ", "
        + processors
        + " processors): nd4j-native "
        + nativeBuild
        + ", "
        + blasLibrary
        + " core "
        + blasCore
        + " ("
        + blasCoreChoice
        + "), matrix products by "
        + matrixProduct
        + threads();
  }

  private String threads() {
    return switch (blasThreads) {
      case 0 -> "";
      case 1 -> " on 1 thread each";
      default -> " on " + blasThreads + " threads each";
    };
  }
}
