package io.venturi.spi;

import java.util.Optional;

/**
 * A type of autoencoder: a set of hooks in the training step. Types on one spec compose:
 * corruptions run in the order of the annotations, penalties add up, weights of rows multiply; only
 * one type can transform the code. A type without hooks is the vanilla autoencoder.
 */
public interface AutoencoderType {

  /** Changes what the encoder sees; the target stays clean (Vincent et al., 2008). */
  default Optional<Corruption> corruption() {
    return Optional.empty();
  }

  /** Changes the code on its way to the decoder. */
  default Optional<CodeTransform> codeTransform() {
    return Optional.empty();
  }

  /** Adds to the objective a term that depends on the codes of the whole batch. */
  default Optional<CodePenalty> codePenalty() {
    return Optional.empty();
  }

  /**
   * Watches codes, without changing anything.
   *
   * @return a new one at every call: one watches a training and another its validation
   */
  default Optional<CodeMonitor> codeMonitor() {
    return Optional.empty();
  }

  /**
   * Adds to the loss a term that depends on the encoder's Jacobian. The type's {@code
   * AutoencoderKind} then says {@code needsJacobian = true}, so that the compiler checks the
   * encoder.
   */
  default Optional<JacobianPenalty> jacobianPenalty() {
    return Optional.empty();
  }

  /** Holds norms of weights, after each step. */
  default Optional<NormConstraint> normConstraint() {
    return Optional.empty();
  }

  /** Weighs the rows of a batch by their losses. */
  default Optional<RowWeighting> rowWeighting() {
    return Optional.empty();
  }
}
