package io.venturi.testkit;

/** What can be wrong with a loss. */
public enum LossFault {
  NONE,
  MEAN,
  SIGMOID_DERIVATIVE,
  HALF_GRADIENT,
  LOGARITHM_OF_ZERO,
  IGNORES_WEIGHTS,
  OWN_PARAMETER,
  IGNORES_ROW_WEIGHTS,
  SHARED_STATE,
  ALLOCATES
}
