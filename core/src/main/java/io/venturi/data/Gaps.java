package io.venturi.data;

/**
 * What a model makes of values that are missing, which are NaN in its rows.
 *
 * @param allowed whether they may be missing; otherwise NaN is refused
 * @param fill what the encoder sees in their place, after scaling
 */
public record Gaps(boolean allowed, float fill) {

  /** No value may be missing. */
  public static final Gaps REFUSED = new Gaps(false, 0);

  /** Checks the filling. */
  public Gaps {
    if (!Float.isFinite(fill)) {
      throw new IllegalArgumentException("missing values cannot be filled with " + fill);
    }
  }

  /** Values may be missing, and the encoder sees this in their place. */
  public static Gaps filledWith(float fill) {
    return new Gaps(true, fill);
  }

  /** Fills the gaps among the first {@code n} values. */
  public void fill(float[] values, int n) {
    if (allowed) {
      for (int i = 0; i < n; i++) {
        values[i] = Float.isNaN(values[i]) ? fill : values[i];
      }
    }
  }
}
