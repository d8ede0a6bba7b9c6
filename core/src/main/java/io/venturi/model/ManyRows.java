package io.venturi.model;

import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.model.ForwardPass.Place;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The side of {@link Inference} that takes many rows, and what they are held in. */
final class ManyRows {

  private final ForwardPass<?> pass;
  private final Blocks<?> blocks;
  private final RowChecks checks;
  private final int inputs;
  private final int codes;

  ManyRows(ForwardPass<?> pass, RowChecks checks) {
    this.pass = pass;
    this.blocks = new Blocks<>(pass);
    this.checks = checks;
    this.inputs = pass.width(Place.INPUT);
    this.codes = pass.width(Place.CODE);
  }

  double[] losses(float[][] codes, Dataset rows) {
    check(rows);
    checks.require(codes, Place.CODE);
    if (codes.length != rows.size()) {
      throw new DataException(
          Message.ARRAY_LENGTH, "the codes", codes.length, rows.name(), rows.size());
    }
    return LossPass.of(pass).run(blocks, source(codes, this.codes), rows);
  }

  double[] score(float[][] rows) {
    checks.require(rows, Place.INPUT);
    return scores(rows.length, source(rows, inputs), "the data");
  }

  void score(float[] rows, int count, double[] scores) {
    checks.require(rows, count, Place.INPUT);
    checks.requireScores(scores, count);
    double[] all = scores(count, source(rows, inputs), "the data");
    System.arraycopy(all, 0, scores, 0, count);
  }

  double[] score(Dataset data) {
    check(data);
    return scores(data.size(), source(data), data.name());
  }

  long score(RowStream rows, ScoreConsumer scores) {
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(scores, "scores");
    return new StreamScores(pass, blocks, rows)
        .run((row, sum) -> scores.accept(row, checks.requireScore(sum, row, rows.name())));
  }

  /** As of a dataset: the same bits. */
  double meanSquaredError(RowStream rows) {
    Objects.requireNonNull(rows, "rows");
    double[] sum = new double[1];
    long count =
        new StreamScores(pass, blocks, rows)
            .run(
                (row, error) -> {
                  checks.requireScore(error, row, rows.name());
                  sum[0] += error;
                });
    return sum[0] / count / inputs;
  }

  /** As the scores' mean, but the row's sums are added up before they are divided. */
  double meanSquaredError(Dataset data) {
    check(data);
    double sum = 0;
    double[] errors = new double[data.size()];
    blocks.squaredErrors(errors.length, source(data), errors);
    for (int row = 0; row < errors.length; row++) {
      checks.requireScore(errors[row], row, data.name());
      sum += errors[row];
    }
    return sum / data.size() / data.width();
  }

  private void check(Dataset data) {
    Objects.requireNonNull(data, "data");
    checks.require(data);
  }

  private double[] scores(int rows, Blocks.Source source, String data) {
    double[] scores = new double[rows];
    blocks.squaredErrors(rows, source, scores);
    for (int row = 0; row < rows; row++) {
      scores[row] = checks.requireScore(scores[row], row, data);
    }
    return scores;
  }

  float[][] run(float[][] rows, Place from, Place to) {
    checks.require(rows, from);
    int width = pass.width(to);
    float[][] results = new float[rows.length][width];
    blocks.run(
        rows.length,
        from,
        to,
        source(rows, from == Place.CODE ? codes : inputs),
        (first, count, tile) -> {
          for (int r = 0; r < count; r++) {
            System.arraycopy(tile, r * width, results[first + r], 0, width);
          }
        });
    return results;
  }

  void run(float[] rows, int count, Place from, Place to, float[] into) {
    checks.require(rows, count, from);
    checks.requireResults(into, count, to);
    int width = pass.width(to);
    blocks.run(
        count,
        from,
        to,
        source(rows, from == Place.CODE ? codes : inputs),
        (first, n, tile) -> System.arraycopy(tile, 0, into, first * width, n * width));
  }

  /** Rows, or codes, of any numeric type and layout; a new array. */
  INDArray run(INDArray rows, Place from, Place to) {
    Objects.requireNonNull(rows, from == Place.CODE ? "codes" : "rows");
    if (rows.rank() >= 2 && rows.size(0) == 0) { // A dataset has rows; here none give none.
      long width = 1;
      for (int i = 1; i < rows.rank(); i++) {
        width *= rows.size(i);
      }
      if (width != (from == Place.CODE ? codes : inputs)) {
        throw checks.widthMismatch(width, from);
      }
      return Nd4j.create(DataType.FLOAT, 0, to == Place.CODE ? codes : inputs);
    }
    return Nd4j.create(run(Dataset.of(rows).toArray(), from, to));
  }

  private static Blocks.Source source(float[][] rows, int width) {
    return (first, count, tile) -> {
      for (int r = 0; r < count; r++) {
        System.arraycopy(rows[first + r], 0, tile, r * width, width);
      }
    };
  }

  private static Blocks.Source source(float[] rows, int width) {
    return new Blocks.Source() {
      @Override
      public void read(int first, int count, float[] tile) {
        System.arraycopy(rows, first * width, tile, 0, count * width);
      }

      @Override
      public float[] array() {
        return rows;
      }
    };
  }

  private static Blocks.Source source(Dataset data) {
    int width = data.width();
    return (first, count, tile) -> {
      for (int r = 0; r < count; r++) {
        data.read(first + r, tile, r * width);
      }
    };
  }

  /** Frees the workspaces, once the parameters are closed. */
  void release() {
    blocks.release();
  }
}
