package io.venturi.anomaly;

/**
 * Some rows, and what a model makes of them: all row after row, of exactly so many rows. The arrays
 * are shared by all who see the block, and not to be changed.
 *
 * @param count how many rows, 1 or more
 * @param rows their values, raw, (rows, features); NaN where one is missing
 * @param scaled the same divided by the model's scales; 0 where one is missing
 * @param codes their codes, (rows, {@code model.codeSize()})
 * @param residuals their differences from the reconstructions, (rows, features), scaled; 0 where a
 *     value is missing
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
public record RowBlock(int count, float[] rows, float[] scaled, float[] codes, float[] residuals) {

  /** Such as {@code 256 rows}. */
  @Override
  public String toString() {
    return count + " rows";
  }
}
