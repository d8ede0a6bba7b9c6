package io.venturi.model;

import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.error.PluginException;
import io.venturi.model.ForwardPass.Place;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkWorkspace;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A model's use, for programs that score without end: {@code model.inference()}. Any number of
 * threads may share one.
 *
 * <p>Methods for one row work on the caller's thread and write into the caller's array. After a
 * thread's first calls they allocate nothing (with the cblas route, which {@code Backend} reports
 * and nearly every machine has), and threads do not wait for one another, but for more than 64 at
 * the same moment. Input and output may be one array. A row gives the same bits on every thread and
 * at every call; the methods for many rows, which compute in blocks on all processors, may differ
 * from them in the last bits, as sums are added up in another order.
 *
 * <p>A score is the mean, over the row's features, of the squared difference from the
 * reconstruction; of a model with a scaler, both scaled. It is always a finite number. Where the
 * model's spec allows for missing values, NaN, it is the mean over those that were observed.
 *
 * <p>Everything is checked before anything is written: wrong widths and lengths, and values that
 * are not finite, are a {@link DataException}. After the model's {@code close()}, which waits for
 * calls under way, all methods throw {@link io.venturi.error.ModelClosedException}.
 */
public final class Inference {

  private final ForwardPass<?> pass;
  private final SingleRows<?> single;
  private final Blocks<?> blocks;
  private final EncoderJacobian<?> jacobian;
  private final RowChecks checks;
  private final int inputs;
  private final int codes;

  private <W extends NetworkWorkspace> Inference(ForwardPass<W> pass, EncoderJacobian<W> jacobian) {
    this.pass = pass;
    this.jacobian = jacobian;
    this.single = new SingleRows<>(pass);
    this.blocks = new Blocks<>(pass);
    this.checks = new RowChecks(pass);
    this.inputs = pass.width(Place.INPUT);
    this.codes = pass.width(Place.CODE);
  }

  static <W extends NetworkWorkspace> Inference of(Network<W> network, Use use) {
    return new Inference(new ForwardPass<>(network, use), new EncoderJacobian<>(network, use));
  }

  /**
   * The code of one row.
   *
   * @param row its values, raw
   * @param code out, as long as a code
   */
  public void encode(float[] row, float[] code) {
    single(row, Place.INPUT, Place.CODE, code);
  }

  /**
   * The reconstruction from one code.
   *
   * @param row out, as long as a row, in raw units
   */
  public void decode(float[] code, float[] row) {
    single(code, Place.CODE, Place.OUTPUT, row);
  }

  /**
   * The reconstruction of one row.
   *
   * @param row its values, raw
   * @param reconstruction out, as long as a row, in raw units
   */
  public void reconstruct(float[] row, float[] reconstruction) {
    single(row, Place.INPUT, Place.OUTPUT, reconstruction);
  }

  float[][] jacobian(float[] row) {
    checks.require(row, Place.INPUT);
    return jacobian.at(row);
  }

  private void single(float[] from, Place start, Place end, float[] into) {
    checks.require(from, start);
    checks.requireResult(into, end);
    single.run(from, start, end, into);
  }

  /** The score of one row: its mean squared error. */
  public double score(float[] row) {
    checks.require(row, Place.INPUT);
    return checks.requireScore(single.squaredError(row), 0, "the rows");
  }

  /** Codes of rows: (n, inputs) → (n, codes). */
  public float[][] encode(float[][] rows) {
    return run(rows, Place.INPUT, Place.CODE);
  }

  /**
   * What the encoder gives of rows, before a type makes codes of it: (n, inputs) → (n, numbers). Of
   * a variational autoencoder all means of a row and then all logarithms of variances; the same as
   * {@link #encode} where no type transforms codes.
   */
  public float[][] encoderOutput(float[][] rows) {
    return run(rows, Place.INPUT, Place.ENCODED);
  }

  /**
   * What each row costs, by the loss that the model was trained with, if it is reconstructed from
   * the code beside it: the loss's own reduction, of scaled values if the model has a scaler,
   * without penalties.
   *
   * @param codes one a row
   * @throws PluginException if the plugin of the model's loss is not on the class path
   */
  public double[] losses(float[][] codes, Dataset rows) {
    check(rows);
    checks.require(codes, Place.CODE);
    if (codes.length != rows.size()) {
      throw new DataException(
          Message.ARRAY_LENGTH, "the codes", codes.length, rows.name(), rows.size());
    }
    return LossPass.of(pass).run(blocks, source(codes, this.codes), rows);
  }

  /** Reconstructions from codes: (n, codes) → (n, inputs). */
  public float[][] decode(float[][] codes) {
    return run(codes, Place.CODE, Place.OUTPUT);
  }

  /** Reconstructions of rows: (n, inputs) → (n, inputs). */
  public float[][] reconstruct(float[][] rows) {
    return run(rows, Place.INPUT, Place.OUTPUT);
  }

  /** The score of each row: its mean squared error. */
  public double[] score(float[][] rows) {
    checks.require(rows, Place.INPUT);
    return scores(rows.length, source(rows, inputs), "the rows");
  }

  /**
   * Codes of the first {@code count} rows of an array, row after row.
   *
   * @param rows count · inputs values or more
   * @param codes out, count · codes values or more
   */
  public void encode(float[] rows, int count, float[] codes) {
    run(rows, count, Place.INPUT, Place.CODE, codes);
  }

  /**
   * Reconstructions from the first {@code count} codes of an array, code after code.
   *
   * @param codes count · codes values or more
   * @param rows out, count · inputs values or more
   */
  public void decode(float[] codes, int count, float[] rows) {
    run(codes, count, Place.CODE, Place.OUTPUT, rows);
  }

  /**
   * Reconstructions of the first {@code count} rows of an array, row after row.
   *
   * @param rows count · inputs values or more
   * @param reconstructions out, count · inputs values or more
   */
  public void reconstruct(float[] rows, int count, float[] reconstructions) {
    run(rows, count, Place.INPUT, Place.OUTPUT, reconstructions);
  }

  /**
   * Scores of the first {@code count} rows of an array, row after row.
   *
   * @param rows count · inputs values or more
   * @param scores out, {@code count} or more
   */
  public void score(float[] rows, int count, double[] scores) {
    checks.require(rows, count, Place.INPUT);
    checks.requireScores(scores, count);
    double[] all = scores(count, source(rows, inputs), "the rows");
    System.arraycopy(all, 0, scores, 0, count);
  }

  /** The score of each row of a dataset: its mean squared error. Row weights do not count. */
  public double[] score(Dataset data) {
    check(data);
    return scores(data.size(), source(data), data.name());
  }

  /**
   * Scores rows that may be more than fit into memory: a part of them is read, scored on all
   * processors, and handed over, then the next. The same bits as of the same rows in a dataset.
   *
   * <p>A row that cannot be read or scored ends this with its number and, where the stream knows
   * it, its line; scores of the parts before it have been handed over by then.
   *
   * @param scores is given each row's score, in the rows' order, on the caller's thread; what it
   *     throws ends this
   * @return how many rows there were
   * @throws DataException also if the stream cannot be read, or has no rows or another number of
   *     them than was said
   */
  public long score(RowStream rows, ScoreConsumer scores) {
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

  private float[][] run(float[][] rows, Place from, Place to) {
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

  private void run(float[] rows, int count, Place from, Place to, float[] into) {
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
    return (first, count, tile) -> System.arraycopy(rows, first * width, tile, 0, count * width);
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
    single.release();
    blocks.release();
  }
}
