package io.venturi.generation;

import io.venturi.application.NearestNeighbours;
import io.venturi.application.Neighbours;
import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.model.Codec;
import java.util.Arrays;

/**
 * Real rows that generated ones are compared with. What is the same for all of those is measured
 * once, here. Immutable; it keeps the datasets and the judge, which must stay open.
 */
public final class Reference {

  private final Dataset train;
  private final Dataset heldOut;
  private final Codec judge;
  private final int neighbours;
  private final NearestNeighbours search;
  private final double[] heldOutDistances;
  private final float[][] heldOutCodes;
  private final PrecisionRecall yardstick;

  private Reference(Dataset train, Dataset heldOut, Codec judge, int neighbours) {
    this.train = train;
    this.heldOut = heldOut;
    this.judge = judge;
    this.neighbours = neighbours;
    this.heldOutCodes = Codes.of(judge, heldOut);
    this.search = NearestNeighbours.among(train);
    this.heldOutDistances = distances(search.of(heldOut, 1));
    if (median(heldOutDistances) == 0) {
      throw new DataException(GenerationMessage.NOT_HELD_OUT, heldOut.name(), train.name());
    }
    int n = Math.min(train.size(), heldOut.size());
    Dataset some = train.select(PrecisionRecall.evenly(train.size(), n));
    this.yardstick = PrecisionRecall.of(Codes.of(judge, some), heldOutCodes, neighbours);
  }

  static Reference of(Dataset train, Dataset heldOut, Codec judge, int neighbours) {
    DataChecks.requireWidth(train, judge.inputs(), "the judge");
    DataChecks.requireWidth(heldOut, judge.inputs(), "the judge");
    Settings.require(
        "the number of neighbours", neighbours, 1, Math.min(train.size(), heldOut.size()) - 1);
    return new Reference(train, heldOut, judge, neighbours);
  }

  /**
   * Precision and recall of as many training rows as there are held-out ones: what perfect rows
   * would have, and nothing generated can be expected to be above.
   */
  public PrecisionRecall yardstick() {
    return yardstick;
  }

  Dataset train() {
    return train;
  }

  Codec judge() {
    return judge;
  }

  int neighbours() {
    return neighbours;
  }

  /** Of each held-out row, how far the nearest training row is. */
  double[] heldOutDistances() {
    return heldOutDistances;
  }

  /** The same of what a codec makes of the held-out rows. */
  double[] reconstructedDistances(Codec codec) {
    float[][] codes = Codes.of(codec, heldOut);
    float[][] rows = Codes.decode(codec, codes, "reconstructions of " + heldOut.name());
    return distances(nearest(Dataset.of("reconstructions of " + heldOut.name(), rows)));
  }

  /** The nearest training row of each row. */
  Neighbours nearest(Dataset rows) {
    return search.of(rows, 1);
  }

  /** Precision and recall of rows, by the judge's codes of them. */
  PrecisionRecall precisionRecall(Dataset rows) {
    return PrecisionRecall.of(Codes.of(judge, rows), heldOutCodes, neighbours);
  }

  static double[] distances(Neighbours neighbours) {
    return Arrays.stream(neighbours.squaredDistances())
        .mapToDouble(squared -> Math.sqrt(squared[0]))
        .toArray();
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
