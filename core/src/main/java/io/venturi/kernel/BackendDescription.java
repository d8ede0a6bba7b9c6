package io.venturi.kernel;

/**
 * What Venturi found on this machine and chose for it.
 *
 * @param cpu the CPU's name
 * @param vectorExtension its widest vector instructions: AVX-512, AVX2, SSE or unknown
 * @param nativeBuild the build of nd4j-native in use, such as {@code linux-x86_64-onednn-avx512}
 * @param blasCore the kernels that OpenBLAS uses, such as {@code SkylakeX}
 * @param blasCoreChoice why: set by the user, chosen for the CPU, or OpenBLAS's own detection
 * @param matrixProduct the route of matrix products: {@code cblas} or {@code nd4j}
 * @param processors how many processors the JVM may use
 */
public record BackendDescription(
    String cpu,
    String vectorExtension,
    String nativeBuild,
    String blasCore,
    String blasCoreChoice,
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
        + ", OpenBLAS core "
        + blasCore
        + " ("
        + blasCoreChoice
        + "), matrix products by "
        + matrixProduct;
  }
}
