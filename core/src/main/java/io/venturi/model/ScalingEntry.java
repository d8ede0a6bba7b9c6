package io.venturi.model;

import io.venturi.data.Scaling;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says about a model's scaler; its figures are tensors. The interval's ends are
 * strings, as Java writes floats, so that they keep every bit.
 *
 * @param name what made the scaler
 * @param low the lowest value that comes out of it, if it clips
 * @param high the highest
 */
record ScalingEntry(String name, @Nullable Float low, @Nullable Float high) {

  /** The only kind there is: {@code (x − center) / scale}, clipped if it has an interval. */
  private static final String AFFINE = "affine";

  private static final Set<String> KEYS = Set.of("kind", "name", "low", "high");

  static ScalingEntry of(Scaling scaling) {
    return new ScalingEntry(
        scaling.name(),
        scaling.clips() ? scaling.low() : null,
        scaling.clips() ? scaling.high() : null);
  }

  Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("kind", AFFINE);
    facts.put("name", name);
    if (low != null && high != null) {
      facts.put("low", low.toString());
      facts.put("high", high.toString());
    }
    return facts;
  }

  static ScalingEntry parse(Map<String, String> facts) throws IOException {
    for (String key : facts.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IOException("its scaler has an unknown key " + key);
      }
    }
    String kind = facts.get("kind");
    String name = facts.get("name");
    if (!AFFINE.equals(kind) || name == null) {
      throw new IOException("its scaler is of kind " + kind + ", which is not known here");
    }
    if (facts.containsKey("low") != facts.containsKey("high")) {
      throw new IOException("its scaler's interval has one end");
    }
    return new ScalingEntry(name, number(facts.get("low")), number(facts.get("high")));
  }

  private static @Nullable Float number(@Nullable String text) throws IOException {
    try {
      return text == null ? null : Float.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IOException("its scaler's interval ends at " + text, e);
    }
  }

  /** The scaler with these figures. */
  Scaling scaling(float[] center, float[] scale) throws IOException {
    try {
      Scaling scaling = Scaling.of(name, center, scale);
      return low == null || high == null ? scaling : scaling.clip(low, high);
    } catch (IllegalArgumentException e) {
      throw new IOException("its scaler is not sound: " + e.getMessage(), e);
    }
  }
}
