package io.venturi.kernel;

import com.sun.jna.Function;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses, before any native library loads, the BLAS, OpenBLAS's kernels and the build of
 * nd4j-native.
 *
 * <p>OpenBLAS 0.3.19 does not know CPUs newer than itself and can fall back to slow SSE3 kernels on
 * them, so it is told by the CPU's flags. Single precision is right with every core type chosen
 * here; some double-precision routines are not with SkylakeX, see {@code docs/native-libraries.md}.
 * JavaCPP does not look at the CPU when it chooses among builds, and an unsupported one ends the
 * process.
 *
 * @param nativeBuild the platform and extension whose libraries JavaCPP will load
 * @param blas the BLAS asked of JavaCPP
 * @param requestedCore the core type asked of OpenBLAS, or "default"
 * @param coreChoice who asked
 */
record NativeSetup(String nativeBuild, BlasChoice blas, String requestedCore, String coreChoice) {

  private static final Logger LOG = LoggerFactory.getLogger(NativeSetup.class);

  /** The core type was chosen here. */
  static final String CHOSEN = "chosen for the CPU";

  /** The user has set something, which is left alone. */
  static final String SET_BY_USER = "set by the user";

  /** OpenBLAS's kernels for AVX-512. */
  static final String AVX512_CORE = "SkylakeX";

  private static final String CORE_VARIABLE = "OPENBLAS_CORETYPE";
  private static final String EXTENSION_PROPERTY = "org.bytedeco.javacpp.platform.extension";
  private static final String BINDINGS = "org/nd4j/linalg/cpu/nativecpu/bindings/";

  static NativeSetup prepare(CpuFeatures cpu) {
    String build = chooseBuild(cpu);
    BlasChoice blas = chooseBlas();
    // Also if MKL is chosen: should it not load, JavaCPP takes OpenBLAS. Never override what the
    // user set.
    String asked = System.getenv(CORE_VARIABLE);
    if (asked != null && !asked.isBlank()) {
      return new NativeSetup(build, blas, asked, SET_BY_USER);
    }
    String core = coreFor(cpu);
    if (!core.isEmpty() && setEnvironment(CORE_VARIABLE, core)) {
      return new NativeSetup(build, blas, core, CHOSEN);
    }
    return new NativeSetup(build, blas, "default", "OpenBLAS's own detection");
  }

  /** Tells JavaCPP and MKL what has been chosen, as long as nothing of them is loaded. */
  private static BlasChoice chooseBlas() {
    BlasChoice choice = BlasChoice.detect(org.bytedeco.javacpp.Loader.Detector.getPlatform());
    for (Map.Entry<String, String> variable : choice.variables().entrySet()) {
      boolean isSet = setEnvironment(variable.getKey(), variable.getValue());
      if (!isSet && choice.reason().equals(BlasChoice.FOUND)) {
        return BlasChoice.OPENBLAS; // Speed is not worth results that cannot be repeated.
      }
    }
    choice.properties().forEach(System::setProperty);
    return choice;
  }

  /** The fastest core type whose instructions the CPU has; empty for OpenBLAS's own choice. */
  static String coreFor(CpuFeatures cpu) {
    return cpu.hasAvx512() ? AVX512_CORE : cpu.hasAvx2() ? "Haswell" : "";
  }

  /** Takes the fastest build that the CPU supports of those on the class path. */
  private static String chooseBuild(CpuFeatures cpu) {
    // Loader's static parts know the platform's name and load nothing native.
    String platform = org.bytedeco.javacpp.Loader.Detector.getPlatform();
    String set = System.getProperty(EXTENSION_PROPERTY);
    if (set != null) {
      return platform + set;
    }
    String extension = extensionFor(cpu, each -> isOnClassPath(platform + each));
    if (!extension.isEmpty()) {
      System.setProperty(EXTENSION_PROPERTY, extension);
    }
    return platform + extension;
  }

  /** The extension of the fastest build that is there and that the CPU can run; empty for none. */
  static String extensionFor(CpuFeatures cpu, Predicate<String> isThere) {
    List<String> extensions =
        cpu.hasAvx512()
            ? List.of("-onednn-avx512", "-onednn-avx2", "-onednn")
            : cpu.hasAvx2() ? List.of("-onednn-avx2", "-onednn") : List.of("-onednn");
    return extensions.stream().filter(isThere).findFirst().orElse("");
  }

  private static boolean isOnClassPath(String build) {
    ClassLoader loader = NativeSetup.class.getClassLoader();
    return loader.getResource(BINDINGS + build + "/" + System.mapLibraryName("jnind4jcpu")) != null;
  }

  /**
   * Sets a variable in this very process, where C code sees it; Java's own copy does not change.
   */
  private static boolean setEnvironment(String name, String value) {
    try {
      return Function.getFunction("c", "setenv").invokeInt(new Object[] {name, value, 1}) == 0;
    } catch (LinkageError | RuntimeException e) {
      LOG.warn(
          "{}={} could not be set ({}); set it yourself, or matrix products may be slow",
          name,
          value,
          e.toString());
      return false;
    }
  }
}
