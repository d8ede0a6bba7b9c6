package io.venturi.generation;

import io.venturi.application.NearestNeighbours;
import io.venturi.application.Neighbours;
import io.venturi.application.Quantiles;
import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.data.Scaling;
import io.venturi.error.DataException;
import io.venturi.model.Codec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Real rows that generated ones are compared with. What is the same for all of those is measured
 * once, here. Immutable; it keeps the datasets and the judge, which must stay open.
 */
public final class Reference {

  private final Dataset train;
  private final Dataset heldOut;
  private final Codec judge;
  private final int neighbours;
  private final Optional<Scaling> units;
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
    this.units =
        RowPictures.isImage(train.shape()) ? Optional.empty() : Optional.of(FeatureUnits.of(train));
    this.search = NearestNeighbours.among(scaled(train));
    this.heldOutDistances = distances(nearest(heldOut));
    if (Quantiles.median(heldOutDistances) == 0) {
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
    return search.of(scaled(rows), 1);
  }

  /** Values of images all have one unit. */
  private Dataset scaled(Dataset rows) {
    return units.map(scaling -> scaling.apply(rows)).orElse(rows);
  }

  /** What distances are in, for reports. */
  String unit() {
    return units.isPresent() ? "Euclidean distance, in deviations" : "Euclidean distance";
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

  /** Such as {@code test beside train, 3 neighbours: precision 0.812, recall 0.801}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s beside %s, %d neighbours: %s",
        heldOut.name(),
        train.name(),
        neighbours,
        yardstick);
  }
}
