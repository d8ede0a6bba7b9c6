package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface, or an abstract class, as the spec of an autoencoder. Its abstract methods,
 * each returning {@link Layer} and carrying one of {@link Encoder}, {@link Bottleneck} or {@link
 * Decoder} and one layer annotation such as {@link Dense}, are the layers, in source order
 * (inherited ones first). The annotation processor checks the spec and writes {@code
 * <Spec>_Network} beside it.
 *
 * <pre>{@code
 * @Autoencoder(input = 784)
 * @MeanSquaredError
 * public interface FashionAutoencoder {
 *   @Encoder    @Dense(units = 128, activation = Relu.class)    Layer narrow();
 *   @Bottleneck @Dense(units = 32,  activation = Relu.class)    Layer code();
 *   @Decoder    @Dense(units = 128, activation = Relu.class)    Layer widen();
 *   @Decoder    @Dense(units = 784, activation = Sigmoid.class) Layer pixels();
 * }
 * }</pre>
 *
 * <p>Exactly one loss annotation (one that {@link LossKind} marks) stands beside this one. Type
 * annotations (marked by {@link AutoencoderKind}) are optional: without one the type is {@link
 * Vanilla}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Autoencoder {

  /**
   * As the whole of {@link #input()}: rows are as wide as the data that the spec is trained on. The
   * same spec then serves tables of every width. Widths that follow the input's are shares of it
   * ({@link Dense#share()}); what the compiler cannot check without the width is checked when it is
   * known, with the same messages.
   */
  int FROM_DATA = -1;

  /**
   * The shape of one row: {@code {features}} for tables, {@code {height, width, channels}} for
   * images. Every size is at least 1. {@link #FROM_DATA} alone leaves the number of features to the
   * data.
   */
  int[] input();

  /**
   * How to make the decoder when the spec has no {@link Decoder} members: by mirroring the encoder.
   * At most one element; empty means the spec writes its decoder out.
   */
  Mirrored[] decoder() default {};
}
