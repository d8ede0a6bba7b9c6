package io.venturi.layer;

import io.venturi.kernel.Activation;
import io.venturi.kernel.PiecewiseLinear;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.TwiceDifferentiable;
import io.venturi.spi.Activations;
import io.venturi.spi.Directions;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace holds for a layer that ends in an activation, {@code y = f(z)}, and the
 * activation's part in each pass but the forward one, which kernels fuse with their own. The
 * kernel's part is then that of z, whatever the activation. Kernels of plugins may extend it too.
 */
public class ActivatedOutput extends Activations {

  private final Activation activation;
  private final @Nullable Tensor preActivation;
  private final @Nullable Tensor slopes;
  private final @Nullable Tensor curvature;

  /** Memory for the output of {@code activation}. */
  public ActivatedOutput(LayerMemory memory, Activation activation) {
    super(memory);
    this.activation = activation;
    int width = memory.value().columns();
    Directions directions = memory.directions();
    boolean trains = memory.gradient() != null;
    preActivation =
        (trains || directions != null) && activation.differentiatesInput()
            ? memory.another(width)
            : null;
    boolean curved = directions != null && !(activation instanceof PiecewiseLinear);
    slopes = directions == null ? null : curved ? memory.another(width) : directions.cotangent();
    curvature = curved && trains ? memory.another(width) : null;
  }

  /** Where a forward pass leaves z, if the gradient will need it; null elsewhere. */
  public final @Nullable Tensor preActivation() {
    return preActivation;
  }

  /** Begins a forward pass: forgets what earlier rows' {@link #pushforward} has remembered. */
  public final void begin() {
    if (curvature != null) {
      curvature.clear();
    }
  }

  /**
   * For {@code LayerKernel.backward}: the gradient of y becomes that of z, with what a penalty on
   * the Jacobian adds to it.
   *
   * @return {@link #gradient()}
   */
  public final Tensor backward(NetworkWorkspace w) {
    Tensor gradient = gradient();
    multiplyByDerivative(w, gradient);
    if (curvature != null) {
      ElementwisePasses.add(w, gradient, curvature);
    }
    return gradient;
  }

  /**
   * For {@code JacobianKernel.pullback}: from the cotangent of y computes that of z.
   *
   * @return {@link #slopes()}
   */
  public final Tensor pullback(NetworkWorkspace w) {
    Tensor cotangent = directions().cotangent();
    Tensor s = slopes();
    if (s != cotangent) {
      s.copyFrom(cotangent, w.rows() * cotangent.columns());
    }
    multiplyByDerivative(w, s);
    return s;
  }

  /**
   * The cotangent of z. Where the activation's second derivative is 0 nobody asks for that of y any
   * more, and this is in its place.
   */
  public final Tensor slopes() {
    if (slopes == null) {
      throw new IllegalStateException("no passes of the encoder's Jacobian come by here");
    }
    return slopes;
  }

  /**
   * For {@code JacobianKernel.pushforward}: the tangent σ of z becomes that of y, {@code σ · f'};
   * remembers {@code σ · r · f''} for {@link #backward}, where r is the cotangent of y.
   */
  public final void pushforward(NetworkWorkspace w) {
    if (curvature != null) {
      ElementwisePasses.addCurvature(
          w, curvature, directions(), derivativeAt(), twiceDifferentiable());
    }
    multiplyByDerivative(w, directions().tangent());
  }

  private void multiplyByDerivative(NetworkWorkspace w, Tensor gradient) {
    if (!activation.isIdentity()) {
      ElementwisePasses.activationGradient(w, gradient, derivativeAt(), activation);
    }
  }

  private Tensor derivativeAt() {
    return preActivation == null ? value() : preActivation;
  }

  /** The compiler lets no other into an encoder whose Jacobian is penalised. */
  private TwiceDifferentiable twiceDifferentiable() {
    if (activation instanceof TwiceDifferentiable smooth) {
      return smooth;
    }
    throw new UnsupportedOperationException(
        activation.getClass().getName() + " has no second derivative: see TwiceDifferentiable");
  }
}
