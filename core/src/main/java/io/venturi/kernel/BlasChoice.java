package io.venturi.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Which BLAS JavaCPP is to load, and what has to be set before it does. Intel's MKL is taken if it
 * is on the class path, since nobody puts 210 MB there for nothing; else OpenBLAS, which ND4J
 * brings.
 *
 * <p>JavaCPP loads MKL under OpenBLAS's names, by links in the folder that it unpacks to. Two
 * processes with different BLAS would change each other's links, so MKL has a folder of its own.
 *
 * @param mkl whether it is MKL
 * @param reason who chose MKL; empty for OpenBLAS
 * @param properties system properties to set
 * @param variables environment variables to set
 */
record BlasChoice(
    boolean mkl, String reason, Map<String, String> properties, Map<String, String> variables) {

  /** {@code openblas} says no to MKL, {@code nd4j} changes the route of matrix products. */
  static final String PROPERTY = "venturi.blas";

  /** What is loaded if nothing is said. */
  static final BlasChoice OPENBLAS = new BlasChoice(false, "", Map.of(), Map.of());

  /** MKL was chosen here. */
  static final String FOUND = "found on the class path";

  /** The platform whose MKL has been tried. */
  private static final String PLATFORM = "linux-x86_64";

  private static final String LOAD = "org.bytedeco.openblas.load";
  private static final String LOAD_WITHOUT_LAPACK = "org.bytedeco.openblas_nolapack.load";

  BlasChoice {
    properties = Map.copyOf(properties);
    variables = Map.copyOf(variables);
  }

  /** The choice for this process. */
  static BlasChoice detect(String platform) {
    ClassLoader loader = BlasChoice.class.getClassLoader();
    boolean isThere = isOnClassPath(platform, name -> loader.getResource(name) != null);
    return choose(System.getProperties(), System.getenv(), isThere, BlasChoice::cacheFolder);
  }

  /** Whether there is an MKL for this platform, one that has been tried. */
  static boolean isOnClassPath(String platform, Predicate<String> hasResource) {
    return platform.equals(PLATFORM)
        && hasResource.test("org/bytedeco/mkl/" + PLATFORM + "/libmkl_rt.so.2");
  }

  /**
   * The choice, from what the user has set, none of which it changes.
   *
   * @param set the system properties
   * @param environment the environment variables
   * @param isThere whether MKL is on the class path
   * @param cache the folder that MKL is to be unpacked to
   */
  static BlasChoice choose(
      Properties set, Map<String, String> environment, boolean isThere, Supplier<Path> cache) {
    String asked = set.getProperty(LOAD_WITHOUT_LAPACK, set.getProperty(LOAD));
    boolean mkl =
        asked == null
            ? isThere && !set.getProperty(PROPERTY, "").equals("openblas")
            : asked.equalsIgnoreCase("mkl") || asked.equalsIgnoreCase("mkl_rt");
    if (!mkl) {
      return OPENBLAS;
    }
    Map<String, String> properties = new LinkedHashMap<>();
    if (asked == null) {
      properties.put(LOAD, "mkl");
    }
    String folder = "org.bytedeco.javacpp.cachedir";
    if (set.getProperty(folder, set.getProperty("org.bytedeco.javacpp.cacheDir")) == null) {
      properties.put(folder, cache.get().toString());
    }
    Map<String, String> variables = new LinkedHashMap<>();
    // The OpenMP of libnd4j: a second one beside it could take over its functions.
    variables.put("MKL_THREADING_LAYER", "GNU");
    // Otherwise the last bits of small products depend on where in memory their matrices lie.
    variables.put("MKL_CBWR", "AUTO");
    variables.keySet().removeAll(environment.keySet());
    return new BlasChoice(
        true, asked == null ? FOUND : NativeSetup.SET_BY_USER, properties, variables);
  }

  /** Beside JavaCPP's own, of which there are two: the second one is for homes without access. */
  private static Path cacheFolder() {
    return cacheFolder(
        Path.of(System.getProperty("user.home"), ".javacpp"),
        Path.of(
            System.getProperty("java.io.tmpdir"), ".javacpp-" + System.getProperty("user.name")));
  }

  /** A folder in the first of two that it can be made in. */
  static Path cacheFolder(Path first, Path second) {
    Path folder = first.resolve("cache-mkl");
    try {
      Files.createDirectories(folder);
      if (Files.isWritable(folder)) {
        return folder;
      }
    } catch (IOException | SecurityException e) {
      // As JavaCPP does, silently: the other one is as good.
    }
    return second.resolve("cache-mkl");
  }
}
