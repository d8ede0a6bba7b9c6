package io.venturi.testkit;

/** A penalty on the Jacobian, sound or with something that can be wrong with it. */
public enum JacobianFault {
  NORM,
  HALF_GRADIENT,
  ESTIMATE,
  ESTIMATE_SUMMED,
  ESTIMATE_BY_SHARD
}
