package io.venturi.kernel;

import java.lang.ref.Reference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A convolution, or a transposed one, by oneDNN: products alone, without bias and activation. There
 * where the build of nd4j-native that was loaded has oneDNN, for windows that it knows. Of one
 * thread at a time; allocates nothing but for tensors and numbers of rows that are new to it.
 *
 * <p>Images are rows of shape (height · width · channels), channels last; windows are images of
 * shape (windowRows · windowColumns · filters) with a pixel for each; weights are of shape
 * (kernelHeight · kernelWidth · channels, filters).
 */
public final class NativeConvolution {

  /** Kinds of last batches that are remembered: a full one, the last one, and those of scoring. */
  private static final int REMEMBERED = 4;

  private static final long NHWC = 1;
  private static final long WEIGHTS_AS_THEY_ARE = 0;

  /**
   * What moves over what, in pixels: see the class.
   *
   * @param top how far the first window reaches over the upper edge
   * @param left how far it reaches over the left edge
   */
  public record Shape(
      int height,
      int width,
      int channels,
      int windowRows,
      int windowColumns,
      int filters,
      int kernelHeight,
      int kernelWidth,
      int strideHeight,
      int strideWidth,
      int dilationHeight,
      int dilationWidth,
      int top,
      int left) {

    /** As TensorFlow pads, the odd pixel at the end; ND4J's name for it is "same mode". */
    private boolean isSame() {
      return isSame(height, windowRows, kernelHeight, strideHeight, dilationHeight, top)
          && isSame(width, windowColumns, kernelWidth, strideWidth, dilationWidth, left);
    }

    private static boolean isSame(
        int size, int windows, int kernel, int stride, int dilation, int before) {
      int span = (kernel - 1) * dilation + 1;
      return windows == (size + stride - 1) / stride
          && before == Math.max(0, (windows - 1) * stride + span - size) / 2;
    }

    /** As many pixels at the end as before the beginning; those that no window reaches are idle. */
    private boolean isSymmetric() {
      return isSymmetric(height, windowRows, kernelHeight, strideHeight, dilationHeight, top)
          && isSymmetric(width, windowColumns, kernelWidth, strideWidth, dilationWidth, left);
    }

    private static boolean isSymmetric(
        int size, int windows, int kernel, int stride, int dilation, int before) {
      int room = size + 2 * before - ((kernel - 1) * dilation + 1);
      return room >= 0 && windows == room / stride + 1;
    }

    /** No pixel is idle: the windows' size says the image's. */
    private boolean isTight() {
      return isSymmetric()
          && (height + 2 * top - kernelHeight) % strideHeight == 0
          && (width + 2 * left - kernelWidth) % strideWidth == 0;
    }

    /** ND4J passes dilations on in a way that oneDNN refuses. */
    private boolean isDense() {
      return dilationHeight == 1 && dilationWidth == 1;
    }

    private long[] arguments(boolean same) {
      return new long[] {
        kernelHeight,
        kernelWidth,
        strideHeight,
        strideWidth,
        same ? 0 : top,
        same ? 0 : left,
        dilationHeight,
        dilationWidth,
        same ? 1 : 0,
        NHWC,
        WEIGHTS_AS_THEY_ARE
      };
    }

    private INDArray images(Tensor tensor, int rows) {
      return tensor.asArray(rows, height, width, channels);
    }

    private INDArray windows(Tensor tensor, int rows) {
      return tensor.asArray(rows, windowRows, windowColumns, filters);
    }

    private INDArray weights(Tensor tensor) {
      return tensor.asArray(kernelHeight, kernelWidth, channels, filters);
    }
  }

  private final OneDnn oneDnn;
  private final Shape shape;
  private final boolean transposed;
  private final long[] arguments;
  private final @Nullable Call[] calls = new @Nullable Call[2 * REMEMBERED];
  private int next;

  private NativeConvolution(OneDnn oneDnn, Shape shape, boolean transposed) {
    this.oneDnn = oneDnn;
    this.shape = shape;
    this.transposed = transposed;
    this.arguments = shape.arguments(!transposed && shape.isSame());
  }

  /** From images to windows; empty where it cannot be had. */
  public static Optional<NativeConvolution> of(Shape shape) {
    return OneDnn.find()
        .filter(found -> shape.isDense())
        .filter(found -> shape.isSame() || shape.isSymmetric())
        .map(found -> new NativeConvolution(found, shape, false));
  }

  /** From windows to images, the adjoint; empty where it cannot be had. */
  public static Optional<NativeConvolution> transposed(Shape shape) {
    return OneDnn.find()
        .filter(found -> shape.isDense() && shape.isTight())
        .map(found -> new NativeConvolution(found, shape, true));
  }

  /** Whether the user wants it for small work too: {@code -Dventuri.convolution=onednn}. */
  public static boolean isAlwaysWanted() {
    return OneDnn.ALWAYS;
  }

  /**
   * The products of the first rows.
   *
   * @param in images; of a transposed one, windows
   * @param out what they become, overwritten
   */
  public void forward(int rows, Tensor in, Tensor weights, Tensor out) {
    Call call = find(rows, in, weights, out, out, out);
    if (call == null) {
      OpContext context = context(rows, in, weights);
      context.setOutputArray(0, outer(out, rows));
      call = remember(operation("", context), rows, in, weights, out, out, out);
    }
    call.run();
  }

  /**
   * The gradients of the first rows.
   *
   * @param in what {@link #forward} was given
   * @param gradient of what it gave
   * @param inGradient out, overwritten
   * @param weightGradient out, the sum over rows, overwritten
   */
  public void backward(
      int rows,
      Tensor in,
      Tensor weights,
      Tensor gradient,
      Tensor inGradient,
      Tensor weightGradient) {
    Call call = find(rows, in, weights, gradient, inGradient, weightGradient);
    if (call == null) {
      OpContext context = context(rows, in, weights);
      context.setInputArray(2, outer(gradient, rows));
      context.setOutputArray(0, inner(inGradient, rows));
      context.setOutputArray(1, shape.weights(weightGradient));
      OneDnn.Operation backward = operation("_bp", context);
      call = remember(backward, rows, in, weights, gradient, inGradient, weightGradient);
    }
    call.run();
  }

  /** What {@link #forward} is given, and {@link #backward} a gradient with respect to. */
  private INDArray inner(Tensor tensor, int rows) {
    return transposed ? shape.windows(tensor, rows) : shape.images(tensor, rows);
  }

  /** What it makes of that. */
  private INDArray outer(Tensor tensor, int rows) {
    return transposed ? shape.images(tensor, rows) : shape.windows(tensor, rows);
  }

  private OpContext context(int rows, Tensor in, Tensor weights) {
    OpContext context = Nd4j.getExecutioner().buildContext();
    context.setIArguments(arguments);
    context.setInputArray(0, inner(in, rows));
    context.setInputArray(1, shape.weights(weights));
    return context;
  }

  private OneDnn.Operation operation(String suffix, OpContext context) {
    return oneDnn.operation((transposed ? "deconv2d" : "conv2d") + suffix, context);
  }

  private @Nullable Call find(int rows, Tensor a, Tensor b, Tensor c, Tensor d, Tensor e) {
    for (Call call : calls) {
      if (call != null && call.is(rows, a, b, c, d, e)) {
        return call;
      }
    }
    return null;
  }

  /** Takes the place of the one that was made longest ago. */
  private Call remember(
      OneDnn.Operation operation, int rows, Tensor a, Tensor b, Tensor c, Tensor d, Tensor e) {
    Call call = new Call(operation, rows, a, b, c, d, e);
    calls[next] = call;
    next = (next + 1) % calls.length;
    return call;
  }

  /** An operation on the memory of these tensors, which it keeps alive. */
  private record Call(
      OneDnn.Operation operation, int rows, Tensor a, Tensor b, Tensor c, Tensor d, Tensor e) {

    boolean is(int otherRows, Tensor a, Tensor b, Tensor c, Tensor d, Tensor e) {
      return rows == otherRows
          && this.a == a
          && this.b == b
          && this.c == c
          && this.d == d
          && this.e == e;
    }

    /** Released memory is refused here: native code would not ask. */
    void run() {
      try {
        a.requireThere();
        b.requireThere();
        c.requireThere();
        d.requireThere();
        e.requireThere();
        operation.run();
      } finally {
        Reference.reachabilityFence(this);
      }
    }
  }
}
