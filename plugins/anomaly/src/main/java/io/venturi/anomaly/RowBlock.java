package io.venturi.anomaly;

/**
 * Some rows, and what a model makes of them: all row after row.
 *
 * @param count how many
 * @param rows their values, raw; may have more rows behind them
 * @param scaled the same divided by the model's scales; 0 where one is missing
 * @param codes their codes
 * @param residuals their differences from the reconstructions, scaled
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
record RowBlock(int count, float[] rows, float[] scaled, float[] codes, float[] residuals) {}
