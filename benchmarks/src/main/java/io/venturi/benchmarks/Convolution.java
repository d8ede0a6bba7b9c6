package io.venturi.benchmarks;

import io.venturi.convolutional.Conv2DKernel;
import io.venturi.convolutional.ConvolutionActivations;
import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.Parameters;
import io.venturi.spi.WorkspaceMemory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import picocli.CommandLine.Command;

/** The kernel of a convolution beside ND4J's operations, on all cores, forward and backward. */
@Command(
    name = "convolution",
    mixinStandardHelpOptions = true,
    description = "Compares convolutions with ND4J's operations.")
final class Convolution implements Callable<Integer> {

  private static final int ROWS = 128;
  private static final int RUNS = 9;
  private static final int REPEATS = 10;
  private static final int KERNEL = 3;

  Convolution() {}

  /** A convolution of 3×3, padded to ⌈size / stride⌉. */
  private record Shape(int size, int channels, int filters, int stride) {

    int output() {
      return (size + stride - 1) / stride;
    }

    /** As ND4J pads, and Venturi: the odd pixel at the bottom and at the right. */
    int pad() {
      return Math.max(0, (output() - 1) * stride + KERNEL - size) / 2;
    }

    @Override
    public String toString() {
      return "%d×%d×%d → %d×%d×%d".formatted(size, size, channels, output(), output(), filters);
    }
  }

  @Override
  public Integer call() {
    List<Shape> shapes =
        List.of(
            new Shape(28, 1, 16, 2),
            new Shape(14, 16, 32, 2),
            new Shape(14, 32, 32, 1),
            new Shape(28, 64, 64, 1));
    System.out.println(
        "ms for "
            + ROWS
            + " images, forward and backward, median; ND4J "
            + System.getProperty("org.bytedeco.javacpp.platform.extension", "as it comes"));
    for (Shape shape : shapes) {
      double ours = ours(shape);
      double theirs = theirs(shape);
      System.out.printf(
          Locale.ROOT,
          "%s: Venturi %.2f, ND4J %.2f, %.1f times%n",
          shape,
          ours,
          theirs,
          theirs / ours);
    }
    return 0;
  }

  /** A thread for each core, each with its share of the rows, as in training. */
  private static double ours(Shape shape) {
    int threads = Runtime.getRuntime().availableProcessors();
    List<Share> shares =
        IntStream.range(0, threads).mapToObj(i -> new Share(shape, ROWS / threads)).toList();
    return median(
        () ->
            CompletableFuture.allOf(
                    shares.stream()
                        .map(CompletableFuture::runAsync)
                        .toArray(CompletableFuture<?>[]::new))
                .join());
  }

  /** A layer with memory around it. */
  private static final class Share extends NetworkWorkspace implements Runnable {

    private final Conv2DKernel kernel;
    private final Activations in;
    private final ConvolutionActivations out;

    Share(Shape s, int rows) {
      this(
          new Conv2DKernel(
              s.size,
              s.size,
              s.channels,
              s.output(),
              s.output(),
              s.filters,
              "3x3 stride %1$dx%1$d dilation 1x1 pad %2$dx%2$d".formatted(s.stride, s.pad()),
              new Linear(),
              new GlorotUniform()),
          rows);
    }

    private Share(Conv2DKernel kernel, int rows) {
      this(kernel, Parameters.allocate(kernel), pair(rows, kernel.outputs()));
      rows(rows);
    }

    private Share(Conv2DKernel kernel, Parameters parameters, Activations code) {
      this(
          kernel,
          code.value().rows(),
          WorkspaceMemory.forTraining(
              kernel.inputs(),
              false,
              code,
              code,
              Tensor.allocate(1, parameters.size()),
              Tensor.allocate(1, 0)));
    }

    private Share(Conv2DKernel kernel, int rows, WorkspaceMemory memory) {
      super(memory);
      this.kernel = kernel;
      this.in = pair(rows, kernel.inputs());
      this.out = kernel.activations(memory.code());
    }

    private static Activations pair(int rows, int columns) {
      return new Activations(Tensor.allocate(rows, columns), Tensor.allocate(rows, columns));
    }

    @Override
    public void run() {
      kernel.forward(this, in, out);
      kernel.backward(this, in, out);
    }

    @Override
    public Activations code() {
      return out;
    }

    @Override
    public Activations output() {
      return out;
    }
  }

  /** Its own threads, channels first, as it is fastest. */
  private static double theirs(Shape s) {
    INDArray x = Nd4j.zeros(DataType.FLOAT, ROWS, s.channels, s.size, s.size);
    INDArray w = Nd4j.zeros(DataType.FLOAT, s.filters, s.channels, KERNEL, KERNEL);
    INDArray b = Nd4j.zeros(DataType.FLOAT, s.filters);
    INDArray y = Nd4j.zeros(DataType.FLOAT, ROWS, s.filters, s.output(), s.output());
    INDArray dx = x.ulike();
    INDArray dw = w.ulike();
    INDArray db = b.ulike();
    int[] how = {KERNEL, KERNEL, s.stride, s.stride, 0, 0, 1, 1, 1, 0, 1};
    DynamicCustomOp forward = op("conv2d", how).addInputs(x, w, b).addOutputs(y).build();
    DynamicCustomOp backward =
        op("conv2d_bp", how).addInputs(x, w, b, y).addOutputs(dx, dw, db).build();
    return median(
        () -> {
          Nd4j.exec(forward);
          Nd4j.exec(backward);
        });
  }

  private static DynamicCustomOp.DynamicCustomOpsBuilder op(String name, int[] how) {
    return DynamicCustomOp.builder(name).addIntegerArguments(how);
  }

  private static double median(Runnable work) {
    double[] times = new double[RUNS];
    for (int run = -RUNS; run < RUNS; run++) {
      long start = System.nanoTime();
      for (int i = 0; i < REPEATS; i++) {
        work.run();
      }
      if (run >= 0) {
        times[run] = (System.nanoTime() - start) / 1e6 / REPEATS;
      }
    }
    return Median.of(times);
  }
}
