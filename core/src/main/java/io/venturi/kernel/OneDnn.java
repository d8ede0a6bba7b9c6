package io.venturi.kernel;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ND4J's operations that its builds with oneDNN compute by it, on the calling thread alone: threads
 * of OpenMP's own would fight with the workers, and make sums depend on how many there are.
 */
final class OneDnn {

  private static final Logger LOG = LoggerFactory.getLogger(OneDnn.class);

  /** What ND4J's builds for Linux are linked with. */
  private static final String OPEN_MP = "libgomp.so.1";

  /** {@code onednn}, {@code products}, or, left out, whatever is faster. */
  private static final String ROUTE = "venturi.convolution";

  /** Whether the user wants it wherever it can be had, for comparison. */
  static final boolean ALWAYS = System.getProperty(ROUTE, "").equals("onednn");

  private static final @Nullable OneDnn INSTANCE = load();

  private final NativeOps operations;
  private final Function setOpenMpThreads;

  /** Whether a thread was told to work alone; one word a thread, so that a step allocates none. */
  private final ThreadLocal<Boolean> alone = new ThreadLocal<>();

  private OneDnn(NativeOps operations, Function setOpenMpThreads) {
    this.operations = operations;
    this.setOpenMpThreads = setOpenMpThreads;
  }

  /** Empty where the build that was loaded has no oneDNN, or its threads cannot be held back. */
  static Optional<OneDnn> find() {
    return Optional.ofNullable(INSTANCE);
  }

  private static @Nullable OneDnn load() {
    boolean isThere = Backend.describe().nativeBuild().contains("onednn");
    if (!isThere || System.getProperty(ROUTE, "").equals("products")) {
      return null;
    }
    try {
      OneDnn found =
          new OneDnn(
              NativeOpsHolder.getInstance().getDeviceNativeOps(),
              NativeLibrary.getInstance(OPEN_MP).getFunction("omp_set_num_threads"));
      found.workAlone();
      return found;
    } catch (LinkageError | RuntimeException e) {
      LOG.warn("oneDNN's threads cannot be held back ({}); it is not used", e.toString());
      return null;
    }
  }

  /** An operation with its arrays, to be run any number of times. */
  Operation operation(String name, OpContext context) {
    return new Operation(DynamicCustomOp.builder(name).build().opHash(), context);
  }

  /** Runs in native code alone, without allocation. */
  final class Operation {

    private final long hash;
    private final OpContext context;
    private final OpaqueContext handle;

    private Operation(long hash, OpContext context) {
      this.hash = hash;
      this.context = context;
      this.handle = (OpaqueContext) context.contextPointer();
    }

    void run() {
      workAlone();
      if (operations.execCustomOp2(null, hash, handle) != 0) {
        throw new IllegalStateException(context + ": " + operations.lastErrorMessage());
      }
    }
  }

  private void workAlone() {
    if (alone.get() == null) {
      setOpenMpThreads.invokeVoid(new Object[] {1});
      alone.set(true);
    }
  }
}
