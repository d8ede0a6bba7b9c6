package io.venturi.testkit;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** What an activation is, as an expression of ND4J's automatic differentiation. */
@FunctionalInterface
public interface ActivationFormula {

  /**
   * {@code f(z)}.
   *
   * @param graph where to make it
   * @param z shape (rows, width)
   */
  SDVariable of(SameDiff graph, SDVariable z);
}
