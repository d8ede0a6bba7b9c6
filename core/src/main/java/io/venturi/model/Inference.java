package io.venturi.model;

import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.error.DataException;
import io.venturi.error.PluginException;
import io.venturi.model.ForwardPass.Place;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkWorkspace;

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

  private final SingleRows<?> single;
  private final ManyRows many;
  private final EncoderJacobian<?> jacobian;
  private final RowChecks checks;

  private <W extends NetworkWorkspace> Inference(ForwardPass<W> pass, EncoderJacobian<W> jacobian) {
    this.checks = new RowChecks(pass);
    this.single = new SingleRows<>(pass);
    this.many = new ManyRows(pass, checks);
    this.jacobian = jacobian;
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

  ManyRows many() {
    return many;
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
    return checks.requireScore(single.squaredError(row), 0, "the data");
  }

  /** Codes of rows: (n, inputs) → (n, codes). */
  public float[][] encode(float[][] rows) {
    return many.run(rows, Place.INPUT, Place.CODE);
  }

  /**
   * What the encoder gives of rows, before a type makes codes of it: (n, inputs) → (n, numbers). Of
   * a variational autoencoder all means of a row and then all logarithms of variances; the same as
   * {@link #encode} where no type transforms codes.
   */
  public float[][] encoderOutput(float[][] rows) {
    return many.run(rows, Place.INPUT, Place.ENCODED);
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
    return many.losses(codes, rows);
  }

  /** Reconstructions from codes: (n, codes) → (n, inputs). */
  public float[][] decode(float[][] codes) {
    return many.run(codes, Place.CODE, Place.OUTPUT);
  }

  /** Reconstructions of rows: (n, inputs) → (n, inputs). */
  public float[][] reconstruct(float[][] rows) {
    return many.run(rows, Place.INPUT, Place.OUTPUT);
  }

  /** The score of each row: its mean squared error. */
  public double[] score(float[][] rows) {
    return many.score(rows);
  }

  /**
   * Codes of the first {@code count} rows of an array, row after row.
   *
   * @param rows count · inputs values or more
   * @param codes out, count · codes values or more
   */
  public void encode(float[] rows, int count, float[] codes) {
    many.run(rows, count, Place.INPUT, Place.CODE, codes);
  }

  /**
   * Reconstructions from the first {@code count} codes of an array, code after code.
   *
   * @param codes count · codes values or more
   * @param rows out, count · inputs values or more
   */
  public void decode(float[] codes, int count, float[] rows) {
    many.run(codes, count, Place.CODE, Place.OUTPUT, rows);
  }

  /**
   * Reconstructions of the first {@code count} rows of an array, row after row.
   *
   * @param rows count · inputs values or more
   * @param reconstructions out, count · inputs values or more
   */
  public void reconstruct(float[] rows, int count, float[] reconstructions) {
    many.run(rows, count, Place.INPUT, Place.OUTPUT, reconstructions);
  }

  /**
   * Scores of the first {@code count} rows of an array, row after row.
   *
   * @param rows count · inputs values or more
   * @param scores out, {@code count} or more
   */
  public void score(float[] rows, int count, double[] scores) {
    many.score(rows, count, scores);
  }

  /** The score of each row of a dataset: its mean squared error. Row weights do not count. */
  public double[] score(Dataset data) {
    return many.score(data);
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
    return many.score(rows, scores);
  }

  /** Frees the workspaces, once the parameters are closed. */
  void release() {
    single.release();
    many.release();
  }
}
