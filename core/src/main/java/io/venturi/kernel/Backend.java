package io.venturi.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native libraries of this process, prepared and loaded once. What OpenBLAS and nd4j-native do
 * depends on environment variables and system properties that they read when they load, so nothing
 * may touch ND4J before this class has.
 *
 * <p>Settings: the environment variable {@code OPENBLAS_CORETYPE} and the system property {@code
 * org.bytedeco.javacpp.platform.extension}, if the user sets them, are left alone; {@code
 * -Dventuri.blas=nd4j} takes ND4J's operations for matrix products instead of cblas.
 */
public final class Backend {

  private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

  private Backend() {}

  /** Prepares the process and loads the native libraries, if that has not happened yet. */
  public static void ensureLoaded() {
    var unused = Loaded.DESCRIPTION;
  }

  /** What was detected and chosen. */
  public static BackendDescription describe() {
    return Loaded.DESCRIPTION;
  }

  /** The matrix products in use. */
  static MatrixProduct matrixProduct() {
    return Loaded.PRODUCT;
  }

  /**
   * Runs {@code work} with BLAS itself using {@code threads} threads, then sets it back to one.
   * Venturi's own work is parallel over rows and wants BLAS single-threaded; this is for single
   * large products such as a benchmark's.
   */
  public static void withBlasThreads(int threads, Runnable work) {
    Loaded.PRODUCT.setThreads(threads);
    try {
      work.run();
    } finally {
      Loaded.PRODUCT.setThreads(1);
    }
  }

  /** Holder: the first use of a member loads everything, once, whichever thread comes first. */
  private static final class Loaded {
    static final MatrixProduct PRODUCT;
    static final BackendDescription DESCRIPTION;

    static {
      CpuFeatures cpu = CpuFeatures.detect();
      NativeSetup setup = NativeSetup.prepare(cpu);
      PRODUCT = chooseProduct();
      PRODUCT.setThreads(1);
      String core = PRODUCT.coreName().orElse(setup.requestedCore());
      boolean tooLate =
          setup.coreChoice().equals(NativeSetup.CHOSEN) && !setup.requestedCore().equals(core);
      DESCRIPTION =
          new BackendDescription(
              cpu.model(),
              cpu.vectorExtension(),
              setup.nativeBuild(),
              core,
              tooLate ? "OpenBLAS was loaded before it could be told" : setup.coreChoice(),
              PRODUCT.name(),
              Runtime.getRuntime().availableProcessors());
      LOG.info("{}", DESCRIPTION);
      if (tooLate) {
        LOG.warn(
            "ND4J was used before Venturi, so OpenBLAS runs {} kernels and not {}: slower, and with"
                + " other last bits. Call io.venturi.kernel.Backend.ensureLoaded() first",
            core,
            setup.requestedCore());
      }
    }

    private static MatrixProduct chooseProduct() {
      if (System.getProperty("venturi.blas", "cblas").equals("nd4j")) {
        return new Nd4jMatrixProduct();
      }
      try {
        return new CblasMatrixProduct();
      } catch (LinkageError | IllegalStateException e) {
        LOG.warn("cblas is not usable here ({}); matrix products go through ND4J", e.toString());
        return new Nd4jMatrixProduct();
      }
    }
  }
}
