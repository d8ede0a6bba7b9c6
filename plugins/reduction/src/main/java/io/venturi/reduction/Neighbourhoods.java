package io.venturi.reduction;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import java.util.Locale;

/**
 * How well codes keep the neighbourhoods of the rows that they are of (Venna and Kaski,
 * Neighborhood preservation in nonlinear projection methods: an experimental study, ICANN 2001).
 * With n rows and k neighbours, both are
 *
 * <pre>{@code 1 - 2 / (n k (2n - 3k - 1)) * Σ over intruders (rank - k)}</pre>
 *
 * and lie in [0, 1]: 1 if neighbourhoods are the same, about 1/2 if codes are placed at random.
 *
 * @param trustworthiness whether rows whose codes are near are near themselves: intruders are in a
 *     code's neighbourhood and not in its row's, and ranks are by the distances of rows
 * @param continuity whether rows that are near have codes that are near: intruders are in a row's
 *     neighbourhood and not in its code's, and ranks are by the distances of codes
 */
public record Neighbourhoods(double trustworthiness, double continuity) {

  /**
   * Compares neighbourhoods by Euclidean distance, of rows and of codes. Of equally far ones the
   * one with the lower number is nearer.
   *
   * @param rows at least {@code 2 * neighbours + 1}; time and memory grow with the square of their
   *     number, so take a few thousand
   * @param codes of these rows, in their order
   * @param neighbours k, at least 1
   * @throws DataException if there are too few rows, not as many codes, or values that are not
   *     finite
   */
  public static Neighbourhoods of(Dataset rows, Dataset codes, int neighbours) {
    requireRows(rows.name(), rows.size(), neighbours);
    if (codes.size() != rows.size()) {
      throw new IllegalArgumentException(
          codes.size() + " codes are not of " + rows.size() + " rows.");
    }
    return of(NeighbourRanks.of(rows), NeighbourRanks.of(codes), neighbours);
  }

  /** The same where ranks are known, as those of rows that several codecs are compared on. */
  static Neighbourhoods of(NeighbourRanks rows, NeighbourRanks codes, int neighbours) {
    double n = rows.size();
    double most = n * neighbours * (2 * n - 3 * neighbours - 1) / 2;
    return new Neighbourhoods(
        1 - rows.intrusion(codes, neighbours) / most, 1 - codes.intrusion(rows, neighbours) / most);
  }

  static void requireRows(String name, int rows, int neighbours) {
    if (rows / 2.0 <= neighbours) {
      throw new DataException(
          ReductionMessage.TOO_FEW_ROWS, neighbours, 2L * neighbours + 1, name, rows);
    }
  }

  /** Such as {@code trustworthiness 0.912, continuity 0.957}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "trustworthiness %.3f, continuity %.3f", trustworthiness, continuity);
  }
}
