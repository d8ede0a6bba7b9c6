package io.venturi.testkit;

/** What can be wrong with a layer. */
public enum LayerFault {
  NONE,
  SIGMOID_DERIVATIVE,
  OVERWRITES,
  ALWAYS_ADDS,
  MEAN_OF_SHARD,
  WRITES_TARGET,
  LAYER_NORMS,
  OTHER_FROM_FILE
}
