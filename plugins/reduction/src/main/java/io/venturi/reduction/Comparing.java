package io.venturi.reduction;

import io.venturi.application.Bootstrap;
import io.venturi.application.Interval;
import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.model.Codec;
import io.venturi.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The work of one comparison, whose data is checked before any of it is done. */
final class Comparing {

  private final Model<?> model;
  private final Dataset heldOut;
  private final ComparisonOptions options;

  /** In the model's units. */
  private final Dataset scaledTrain;

  private final Dataset scaledHeldOut;
  private final Bootstrap bootstrap;
  private final int[] sample;

  Comparing(Model<?> model, Dataset train, Dataset heldOut, ComparisonOptions options) {
    this.model = model;
    this.heldOut = heldOut;
    this.options = options;
    String name = model.description().simpleName();
    DataChecks.requireWidth(train, model.inputs(), name);
    DataChecks.requireWidth(heldOut, model.inputs(), name);
    requireComponents(name, model.codeSize(), train);
    this.scaledTrain = scaled(model, train);
    this.scaledHeldOut = scaled(model, heldOut);
    DataChecks.requireFinite(scaledHeldOut);
    requireVariation(scaledHeldOut);
    this.sample = RowSample.of(heldOut, options);
    Neighbourhoods.requireRows(heldOut.name(), sample.length, options.neighbours());
    this.bootstrap = new Bootstrap(options.resamples(), options.confidence(), options.seed());
  }

  static Dataset scaled(Model<?> model, Dataset data) {
    return model.scaling().map(scaling -> scaling.apply(data)).orElse(data);
  }

  private static void requireComponents(String name, int codeSize, Dataset train) {
    int most = Math.min(train.width(), train.size() - 1);
    if (codeSize > most) {
      throw new DataException(
          ReductionMessage.CODE_TOO_LARGE,
          name,
          codeSize,
          train.name(),
          most,
          train.size() + " rows of " + train.width() + " values");
    }
  }

  private static void requireVariation(Dataset data) {
    float[] first = new float[data.width()];
    float[] row = new float[first.length];
    data.read(0, first, 0);
    for (int i = 1; i < data.size(); i++) {
      data.read(i, row, 0);
      for (int j = 0; j < row.length; j++) {
        if (row[j] != first[j]) {
          return;
        }
      }
    }
    throw new DataException(
        ReductionMessage.NOTHING_VARIES,
        data.name(),
        data.size() == 1 ? "it is one row" : "its " + data.size() + " rows are all the same");
  }

  /** Compares it with PCA, this copy and the mean. */
  Comparison with(Model<?> untrained) {
    long start = System.nanoTime();
    Pca pca = Pca.fit(scaledTrain, model.codeSize());
    TrainingCost cost =
        TrainingCost.of(model, options.trainingSeconds(), (System.nanoTime() - start) / 1e9);
    double[] modelErrors = model.inference().score(heldOut);
    double[] pcaErrors = RowErrors.of(pca, "the PCA", scaledHeldOut);
    double[] untrainedErrors = untrained.inference().score(heldOut);
    double[] meanErrors = RowErrors.ofMean(pca.mean(), scaledHeldOut);

    double distance = RowErrors.mean(meanErrors);
    Dataset rows = heldOut.select(sample);
    Dataset scaledRows = scaledHeldOut.select(sample);
    NeighbourRanks ranks = NeighbourRanks.of(scaledRows);
    String size = "-" + model.codeSize();
    Contender autoencoder =
        contender(
            model.description().simpleName(),
            modelErrors,
            distance,
            neighbourhoods(ranks, model, rows));
    Contender components =
        contender("PCA" + size, pcaErrors, distance, neighbourhoods(ranks, pca, scaledRows));
    return new Comparison(
        heldOut.size(),
        model.codeSize(),
        autoencoder,
        components,
        contender("untrained", untrainedErrors, distance, neighbourhoods(ranks, untrained, rows)),
        contender("mean", meanErrors, distance, Optional.empty()),
        explained(pca, distance),
        cost,
        Verdict.of(
            autoencoder,
            components,
            perRow(bootstrap.pairedDifference(pcaErrors, modelErrors)),
            perRow(bootstrap.pairedDifference(untrainedErrors, modelErrors)),
            options.confidence()),
        options);
  }

  private Contender contender(
      String name, double[] errors, double distance, Optional<Neighbourhoods> neighbourhoods) {
    double mean = RowErrors.mean(errors);
    return new Contender(
        name,
        mean,
        bootstrap.mean(errors),
        mean * heldOut.width(),
        1 - mean / distance,
        neighbourhoods);
  }

  private Optional<Neighbourhoods> neighbourhoods(NeighbourRanks ranks, Codec codec, Dataset rows) {
    Dataset codes = Dataset.of("the codes of " + rows.name(), codec.encode(rows));
    return Optional.of(Neighbourhoods.of(ranks, NeighbourRanks.of(codes), options.neighbours()));
  }

  private Interval perRow(Interval interval) {
    return new Interval(interval.low() * heldOut.width(), interval.high() * heldOut.width());
  }

  /** Components are orthogonal, so each makes up for the square of its own number in the code. */
  private List<Double> explained(Pca pca, double distance) {
    double[] squares = new double[pca.codeSize()];
    for (float[] code : pca.encode(scaledHeldOut)) {
      for (int j = 0; j < squares.length; j++) {
        squares[j] += (double) code[j] * code[j];
      }
    }
    List<Double> parts = new ArrayList<>();
    double sum = 0;
    for (double square : squares) {
      sum += square;
      parts.add(sum / (distance * heldOut.size() * heldOut.width()));
    }
    return parts;
  }
}
