package io.venturi.application;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Finds the k nearest rows of a dataset by squared Euclidean distance. The result is exact: a
 * matrix product in floats, about as costly as a layer of the same shape, tells which rows can be
 * among the nearest, with a bound on its rounding; distances of those are then summed in doubles.
 * Of rows equally far the one with the lower number is nearer. The same bits on any machine and any
 * number of threads.
 *
 * <p>Memory does not grow with the data: rows are read in blocks, again for every block of queries.
 * All pairs of rows are looked at, so time grows with the product of both sizes. Immutable, and
 * safe to use from many threads.
 */
public final class NearestNeighbours {

  private final Dataset rows;
  private final Centring centring;

  private NearestNeighbours(Dataset rows, Centring centring) {
    this.rows = rows;
    this.centring = centring;
  }

  /**
   * Prepares the search among these rows, in one pass over them; they are not copied.
   *
   * @throws DataException if a value is not finite
   */
  public static NearestNeighbours among(Dataset rows) {
    DataChecks.requireFinite(rows);
    return new NearestNeighbours(rows, Centring.of(rows));
  }

  /**
   * The nearest rows of each query.
   *
   * @param queries rows of the same width, finite
   * @param k how many, from 1 to the number of rows
   * @throws DataException if there are fewer rows, or queries of another width or not finite
   */
  public Neighbours of(Dataset queries, int k) {
    DataChecks.requireWidth(queries, rows.width(), "the search among " + rows.name());
    DataChecks.requireFinite(queries);
    requireCount(k, rows.size(), " it has " + rows.size() + " rows");
    return search(queries, k, false);
  }

  /**
   * The nearest other rows of each row: itself is not among them, its duplicates are.
   *
   * @param k how many, from 1 to one less than there are rows
   * @throws DataException if there are fewer other rows
   */
  public Neighbours ofEachOther(int k) {
    requireCount(k, rows.size() - 1, " each of its rows has " + (rows.size() - 1) + " others");
    return search(rows, k, true);
  }

  private void requireCount(int k, int most, String why) {
    if (k < 1 || k > most) {
      throw new DataException(
          Message.HYPERPARAMETER,
          "the number of neighbours in " + rows.name(),
          k,
          "at least 1 and at most " + most + ":" + why);
    }
  }

  private Neighbours search(Dataset queries, int k, boolean amongOthers) {
    Objects.requireNonNull(queries, "queries");
    Centring common = centring.covering(queries);
    int[][] numbers = new int[queries.size()][k];
    double[][] distances = new double[queries.size()][k];
    int step = NeighbourSearch.rowsAtOnce(rows.width());
    int blocks = (queries.size() + step - 1) / step;
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              int from = block * step;
              int count = Math.min(step, queries.size() - from);
              NearestList[] lists = new NearestList[count];
              for (int i = 0; i < count; i++) {
                lists[i] = new NearestList(numbers[from + i], distances[from + i]);
              }
              try (NeighbourSearch search = new NeighbourSearch(rows, queries, common)) {
                search.run(from, lists, amongOthers);
              }
            });
    return new Neighbours(numbers, distances);
  }
}
