package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Holds the decoder's weights to a norm: in every layer of the decoder, the weights that one input
 * feeds (a row of a dense layer's matrix; all weights of a convolution's input channel) have a
 * Euclidean norm of at most {@link #max()}. Longer ones are shortened after every step of training,
 * and before the first: the projection onto the constraint, as dictionaries of sparse coding are
 * held (Lee et al., Efficient sparse coding algorithms, 2007).
 *
 * <p>It goes with types that penalise the size of codes or of the encoder's slopes, {@code @Sparse}
 * by L1 and {@code @Contractive}: without it both penalties fall where codes shrink and the
 * decoder's weights grow in return, which changes nothing about the representation. Biases, and
 * what normalising layers scale by, are not held.
 *
 * <p>A mirrored decoder that is tied has no weights of its own, and shrinks with the encoder
 * anyway: the two together do not compile.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(runtime = "io.venturi:venturi-core", needsOwnDecoder = true)
public @interface DecoderNorm {

  /**
   * The largest norm. Of weights drawn by Glorot uniform the norms start near 1, wherever a layer
   * is not much narrower than what it reads.
   */
  @Range(min = 0, minExclusive = true)
  double max() default 1;
}
