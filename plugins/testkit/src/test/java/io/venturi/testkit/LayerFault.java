package io.venturi.testkit;

/** What can be wrong with a layer. */
public enum LayerFault {
  NONE,
  SIGMOID_DERIVATIVE,
  OVERWRITES,
  ALWAYS_ADDS,
  MEAN_OF_SHARD,
  GRADIENT_OF_CAPACITY,
  WRITES_TARGET,
  LAYER_NORMS,
  ZERO_IN_USE,
  TWICE_IN_USE,
  OTHER_FROM_FILE
}
