package io.venturi.testkit;

/** A hook, sound or with something that can be wrong with it. */
public enum TypeFault {
  KL,
  KL_CLAMPED,
  KL_WRONG_SIGN,
  KL_OVERWRITES,
  KL_HALF_GRADIENT,
  KL_MEAN,
  NOISE,
  NOISE_BY_SHARD,
  NOISE_KEPT,
  TRANSFORM,
  TRANSFORM_BACKWARD,
  TRANSFORM_DRAWS_IN_USE
}
