package io.venturi.kernel;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native libraries of this process, prepared and loaded once. What OpenBLAS and nd4j-native do
 * depends on environment variables and system properties that they read when they load, so nothing
 * may touch ND4J before this class has.
 *
 * <p>Intel's MKL, if it is on the class path, takes the place of OpenBLAS. Settings: {@code
 * -Dventuri.blas=openblas} keeps OpenBLAS all the same; {@code -Dventuri.blas=nd4j} takes ND4J's
 * operations for matrix products instead of cblas. The environment variable {@code
 * OPENBLAS_CORETYPE}, those of MKL, and JavaCPP's system properties are left alone if the user sets
 * them.
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
      PRODUCT = chooseProduct(setup);
      PRODUCT.setThreads(1);
      LoadedBlas blas = LoadedBlas.find();
      BlasReport report = new BlasReport(setup, blas);
      DESCRIPTION =
          new BackendDescription(
              cpu.model(),
              cpu.vectorExtension(),
              setup.nativeBuild(),
              blas.library(),
              report.core(),
              report.choice(),
              blas.threads(),
              blas.file(),
              PRODUCT.name(),
              Runtime.getRuntime().availableProcessors());
      LOG.info("{}", DESCRIPTION);
      report.warnings().forEach(LOG::warn);
    }

    private static MatrixProduct chooseProduct(NativeSetup setup) {
      String asked = System.getProperty(BlasChoice.PROPERTY, "");
      if (asked.equals("nd4j")) {
        return new Nd4jMatrixProduct();
      }
      if (!List.of("", "cblas", "openblas").contains(asked)) {
        LOG.warn(
            "-D{}={} is ignored: it may be cblas, openblas or nd4j", BlasChoice.PROPERTY, asked);
      }
      try {
        return new CblasMatrixProduct(setup);
      } catch (LinkageError | IllegalStateException e) {
        LOG.warn("cblas is not usable here ({}); matrix products go through ND4J", e.toString());
        return new Nd4jMatrixProduct();
      }
    }
  }
}
