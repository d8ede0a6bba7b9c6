package io.venturi.spi;

/**
 * The streams that a training step makes of its seed, one for each that draws: {@code
 * Seeds.of(seed, stream)} is what {@link StepContext#seed()} and {@link NetworkWorkspace#seed()}
 * then are. A test that computes a step in another way needs the same draws.
 */
public final class StepSeeds {

  /** Of corruptions, in the order of the types: from this stream on, below {@link #TRANSFORM}. */
  public static final int CORRUPTIONS = 0;

  /** Of the transform of codes. */
  public static final int TRANSFORM = 1000;

  /** Of the layers, each of which makes a stream of its own of it. */
  public static final int LAYERS = 1001;

  /** Of penalties on codes, in the order of the types: from this stream on. */
  public static final int PENALTIES = 2000;

  /** Of penalties on the encoder's Jacobian, in the order of the types: from this stream on. */
  public static final int JACOBIANS = 3000;

  /** Of those that weigh rows, in the order of the types: from this stream on. */
  public static final int WEIGHTINGS = 4000;

  private StepSeeds() {}
}
