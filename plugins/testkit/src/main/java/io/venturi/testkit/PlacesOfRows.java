package io.venturi.testkit;

import io.venturi.spi.Corruption;
import io.venturi.spi.JacobianPenalty;
import io.venturi.spi.ParameterBlock;
import io.venturi.train.Objective;
import java.util.Arrays;
import java.util.List;

/**
 * What a row becomes depends on its place in the batch and not on how the batch is cut into shards:
 * noise, layers that draw, directions of the Jacobian, and sums of gradients.
 */
final class PlacesOfRows implements Property {

  private static final int ROWS = 10;
  private static final int CUT = 4;

  /** So many rows that noise which is rare meets some. */
  private static final int MANY = 256;

  private static final double TOLERANCE = 1e-4;

  /** As in {@link OracleGradients}, for gradients that are zero but for rounding. */
  private static final double FLOOR = 1e-3;

  @Override
  public String name() {
    return "what is drawn depends on the seed and a row's place in its batch, not on shards";
  }

  @Override
  public void check(Subject subject) {
    Objective objective = subject.objective();
    Parts parts = Parts.of(objective.types());
    for (Corruption corruption : parts.corruptions()) {
      check(corruption, subject.rows(ROWS, 1));
      checkDraws(corruption, subject.rows(1, 3)[0]);
    }
    int codes = objective.network().description().latentSize();
    for (JacobianPenalty penalty : parts.jacobianPenalties()) {
      check(penalty, codes);
    }
    checkNetwork(subject, objective);
  }

  private static void check(Corruption corruption, float[][] rows) {
    int width = rows[0].length;
    Occasion occasion = Occasion.of(Subject.SEED);
    float[] whole = corrupted(corruption, rows, 0, occasion);
    float[] head = corrupted(corruption, Arrays.copyOf(rows, CUT), 0, occasion);
    float[] tail = corrupted(corruption, Arrays.copyOfRange(rows, CUT, ROWS), CUT, occasion);
    if (!Arrays.equals(whole, 0, CUT * width, head, 0, head.length)
        || !Arrays.equals(whole, CUT * width, whole.length, tail, 0, tail.length)) {
      throw Violation.of(
          "a generator that is kept between calls or seeded by the shard, instead of"
              + " Seeds.draw(step.seed(), place) with a place made of firstRow",
          "rows %d to %d of a batch are corrupted otherwise in a shard of their own",
          CUT,
          ROWS - 1);
    }
    if (!Arrays.equals(whole, corrupted(corruption, rows, 0, occasion))) {
      throw Violation.of(
          "a generator that is kept between calls", "the same seed gives other noise");
    }
  }

  /** Noise by its seed and its rows: the same row many times becomes many others. */
  private static void checkDraws(Corruption corruption, float[] row) {
    float[][] rows = new float[MANY][];
    Arrays.fill(rows, row);
    float[] clean = Rows.flat(rows);
    float[] noisy = corrupted(corruption, rows, 0, Occasion.of(Subject.SEED));
    if (Arrays.equals(clean, noisy)) {
      throw Violation.of(
          "a corruption that writes to a copy, or a probability that is compared the wrong way"
              + " round",
          "noise changes none of %d rows",
          MANY);
    }
    if (Arrays.equals(noisy, corrupted(corruption, rows, 0, Occasion.of(Subject.SEED + 1)))) {
      throw Violation.of(
          "a seed of its own instead of step.seed(), so that every step has the same noise",
          "two seeds give the same noise");
    }
    float[][] each = Rows.of(noisy, row.length);
    if (Arrays.stream(each).allMatch(other -> Arrays.equals(other, each[0]))) {
      throw Violation.of(
          "a place that is counted from the beginning of each row, instead of (firstRow + r) ·"
              + " width + i",
          "all of %d equal rows are given the same noise",
          MANY);
    }
  }

  private static float[] corrupted(
      Corruption corruption, float[][] rows, int firstRow, Occasion occasion) {
    float[] flat = Rows.flat(rows);
    corruption.corrupt(flat, rows.length, rows[0].length, firstRow, occasion);
    return flat;
  }

  private static void check(JacobianPenalty penalty, int codes) {
    Occasion occasion = Occasion.of(Subject.SEED);
    float[] whole = new float[ROWS * codes];
    float[] tail = new float[(ROWS - CUT) * codes];
    for (int number = 0; number < penalty.directions(codes); number++) {
      penalty.direction(whole, ROWS, codes, 0, number, occasion);
      penalty.direction(tail, ROWS - CUT, codes, CUT, number, occasion);
      if (!Arrays.equals(whole, CUT * codes, whole.length, tail, 0, tail.length)) {
        throw Violation.of(
            "directions that are drawn by the shard instead of by firstRow",
            "direction %d of penalty '%s' is another one in a shard of its own",
            number,
            penalty.name());
      }
    }
  }

  /** The layers: codes, outputs and sums of gradients of a batch, whole and in two parts. */
  private static void checkNetwork(Subject subject, Objective objective) {
    Parts none =
        new Parts(List.of(), Parts.of(objective.types()).transform(), List.of(), List.of());
    int group = objective.network().parameters().kernels().rowGroup();
    int cut = (CUT + group - 1) / group * group;
    float[][] rows = subject.rows(2 * cut + (group == 1 ? 1 : 0), 1);
    float[][] slopes = Rows.uniform(rows.length, subject.inputs(), -1, 1, 2);
    Pass<?> whole = Pass.of(objective.network(), none, rows.length, false);
    whole.forward(rows, rows, Subject.SEED, 0);
    float[][] codes = whole.codes();
    if (none.transform() != null) {
      return; // Sees the whole batch; layers behind it follow the latents.
    }
    whole.backward(slopes);
    float[] gradients = whole.gradients.toArray();
    float[][] outputs = whole.outputs();
    float[] sum = new float[gradients.length];
    for (int from : new int[] {0, cut}) {
      int to = from == 0 ? cut : rows.length;
      float[][] part = Arrays.copyOfRange(rows, from, to);
      Pass<?> pass = Pass.afterAnother(objective.network(), none, part, false);
      pass.forward(part, part, Subject.SEED, from);
      require(Arrays.copyOfRange(codes, from, to), pass.codes(), "codes");
      require(Arrays.copyOfRange(outputs, from, to), pass.outputs(), "outputs");
      pass.backward(Arrays.copyOfRange(slopes, from, to));
      float[] own = pass.gradients.toArray();
      for (int i = 0; i < own.length; i++) {
        sum[i] += own[i];
      }
    }
    for (ParameterBlock block :
        objective.network().parameters().layers().stream().flatMap(List::stream).toList()) {
      int from = block.offset();
      int to = from + block.spec().size();
      double[] expected = Rows.doubles(gradients);
      double scale = Math.max(Rows.norm(expected, from, to), FLOOR * Rows.norm(expected));
      if (!(Rows.distance(sum, expected, from, to) <= TOLERANCE * scale)) {
        throw Violation.of(
            "gradients of parameters that are means over a shard's rows instead of sums, or sums"
                + " over all rows that a tensor has room for, instead of w.rows()",
            "the gradients of a batch in two shards add up to another sum at %s",
            FiniteDifferences.place(objective, from));
      }
    }
  }

  private static void require(float[][] expected, float[][] actual, String what) {
    for (int r = 0; r < expected.length; r++) {
      double[] row = Rows.doubles(expected[r]);
      double scale = Math.max(1, Rows.norm(row));
      if (!(Rows.distance(actual[r], row, 0, row.length) <= TOLERANCE * scale)) {
        throw Violation.of(
            "a layer that draws by the shard instead of by w.seed() and w.firstRow(), or that mixes"
                + " rows and does not say so by rowGroup()",
            "the %s of rows in a shard of their own differ from those in the whole batch: row %d of"
                + " the shard is %s instead of %s",
            what,
            r,
            Arrays.toString(actual[r]),
            Arrays.toString(expected[r]));
      }
    }
  }
}
