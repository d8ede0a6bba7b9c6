package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the decoder the mirror image of the encoder, used as the value of {@link
 * Autoencoder#decoder()}. An encoder 784 → 256 → 32 gives a decoder 32 → 256 → 784. The mirror of
 * layer {@code wide} is named {@code wideMirrored}, undoes what {@code wide} does, and takes the
 * activation of the layer before {@code wide}; the last one takes {@link #output()}. Layers that
 * keep the shape of what enters (normalisation, dropout) are not undone in reverse: the mirror of a
 * shape is followed by the same ones, with activations and parameters of their own. Those before
 * the first and after the last layer that changes the shape have no mirror.
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface Mirrored {

  /** The activation of the last layer, which must suit the loss. */
  Class<? extends ActivationType> output();

  /**
   * Whether mirrored layers use the encoder's weights, transposed, instead of weights of their own.
   * Gradients of both uses accumulate in the one weight matrix; biases are separate always.
   */
  boolean tied() default false;
}
