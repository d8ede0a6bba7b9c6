package io.venturi.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from: all that was set, what it was trained on and with, and what it reached.
 * Saved with the model.
 *
 * @param facts by name: {@code seed}, {@code epochs}, {@code optimizer}, {@code shardRows}, …
 */
public record Provenance(Map<String, String> facts) {

  public Provenance {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }
}
