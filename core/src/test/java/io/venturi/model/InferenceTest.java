package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.venturi.data.Dataset;
import io.venturi.data.Scalers;
import io.venturi.data.Scaling;
import io.venturi.error.DataException;
import io.venturi.error.ModelClosedException;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.spi.Network;
import io.venturi.testing.Rows;
import io.venturi.testing.TestNetwork;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class InferenceTest {

  private static final int THREADS = 16;
  private static final TestNetwork SHAPE =
      TestNetwork.of(9)
          .encoder("wide", 12, new Relu())
          .bottleneck("code", 4, new Tanh())
          .tied("code", new Relu())
          .decoder("out", 9, new Sigmoid());
  private static final float[][] ROWS = Rows.uniform(700, 9, -30, 70, 5);

  private static Model<Network<?>> model(boolean scaled) {
    Scaling scaling = scaled ? Scalers.standard().fit(Dataset.of(ROWS)) : null;
    return Model.ofNetwork(SHAPE.build(1), new Provenance(Map.of()), Use.PLAIN.scaledBy(scaling));
  }

  private static float[] flat(float[][] rows) {
    float[] values = new float[rows.length * rows[0].length];
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(rows[r], 0, values, r * rows[r].length, rows[r].length);
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oneRowAndManyAgree(boolean scaled) {
    Model<?> model = model(scaled);
    Inference inference = model.inference();
    float[][] codes = inference.encode(ROWS);
    float[][] reconstructions = inference.reconstruct(ROWS);
    double[] scores = inference.score(ROWS);
    float[] code = new float[4];
    float[] row = new float[9];
    float[] decoded = new float[9];

    for (int r = 0; r < ROWS.length; r++) {
      inference.encode(ROWS[r], code);
      inference.reconstruct(ROWS[r], row);
      inference.decode(code, decoded);
      assertThat(code).containsExactly(codes[r], within(1e-5f));
      assertThat(row).containsExactly(reconstructions[r], within(1e-4f)).isEqualTo(decoded);
      assertThat(inference.score(ROWS[r])).isCloseTo(scores[r], within(1e-5 * scores[r]));
    }
    assertThat(inference.decode(codes)).isDeepEqualTo(reconstructions);
    assertThat(model.encode(ROWS)).isDeepEqualTo(codes);
    assertThat(model.reconstruct(ROWS)).isDeepEqualTo(reconstructions);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void flatArraysAndDatasetsGiveTheSameBits(boolean scaled) {
    Inference inference = model(scaled).inference();
    int count = ROWS.length - 1;
    float[][] rows = Arrays.copyOf(ROWS, count);
    float[] codes = new float[ROWS.length * 4];
    float[] outputs = flat(ROWS);
    float[] decoded = new float[ROWS.length * 9];
    double[] scores = new double[count + 3];

    inference.encode(flat(ROWS), count, codes);
    inference.reconstruct(outputs, count, outputs);
    inference.decode(codes, count, decoded);
    inference.score(flat(ROWS), count, scores);

    assertThat(Arrays.copyOf(codes, count * 4)).isEqualTo(flat(inference.encode(rows)));
    assertThat(Arrays.copyOf(outputs, count * 9)).isEqualTo(flat(inference.reconstruct(rows)));
    assertThat(decoded[count * 9 + 2]).isZero();
    assertThat(outputs[count * 9 + 2]).isEqualTo(ROWS[count][2]);
    assertThat(Arrays.copyOf(decoded, count * 9)).isEqualTo(flat(inference.reconstruct(rows)));
    assertThat(Arrays.copyOf(scores, count)).isEqualTo(inference.score(rows));
    assertThat(scores[count]).isZero();
    assertThat(inference.score(Dataset.of(rows))).isEqualTo(inference.score(rows));
  }

  /** A scaler is the same as scaling by hand, and the score is that of scaled values. */
  @Test
  void aScalerIsScalingByHand() {
    Model<?> raw = model(true);
    Model<?> plain = model(false);
    Scaling scaling = raw.scaling().orElseThrow();
    float[][] scaledRows = scaling.apply(Dataset.of(ROWS)).toArray();

    assertThat(raw.encode(ROWS)).isDeepEqualTo(plain.encode(scaledRows));
    assertThat(raw.inference().score(ROWS)).isEqualTo(plain.inference().score(scaledRows));
    assertThat(raw.meanSquaredError(Dataset.of(ROWS)))
        .isEqualTo(plain.meanSquaredError(Dataset.of(scaledRows)));
    float[] expected = flat(plain.reconstruct(scaledRows));
    scaling.invert(expected, ROWS.length);
    assertThat(flat(raw.reconstruct(ROWS))).isEqualTo(expected);
  }

  @Test
  void aScoreIsTheMeanSquaredError() {
    Inference inference = model(false).inference();
    float[] y = new float[9];
    inference.reconstruct(ROWS[3], y);
    double sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += Math.pow((double) ROWS[3][i] - y[i], 2);
    }
    assertThat(inference.score(ROWS[3])).isCloseTo(sum / 9, within(1e-12));
  }

  @Test
  void inputAndOutputMayBeOneArray() {
    Inference inference = model(true).inference();
    float[] apart = new float[9];
    inference.reconstruct(ROWS[1], apart);
    float[] both = ROWS[1].clone();
    inference.reconstruct(both, both);
    assertThat(both).isEqualTo(apart);
  }

  /** Runs on threads that all begin together; fails if one of them does. */
  private static <T> List<T> together(int threads, IntFunction<Callable<T>> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        tasks.add(work.apply(t));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : pool.invokeAll(tasks)) {
        results.add(each.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  /** More threads than slots, too. */
  @ParameterizedTest
  @ValueSource(ints = {16, 100})
  void anyNumberOfThreadsGetTheSameBits(int threads) throws Exception {
    Inference inference = model(true).inference();
    double[] expected = new double[ROWS.length];
    float[][] codes = new float[ROWS.length][4];
    for (int r = 0; r < ROWS.length; r++) {
      expected[r] = inference.score(ROWS[r]);
      inference.encode(ROWS[r], codes[r]);
    }
    CyclicBarrier start = new CyclicBarrier(threads);

    List<Integer> wrong =
        together(
            threads,
            t ->
                () -> {
                  start.await();
                  int differences = 0;
                  float[] code = new float[4];
                  for (int i = 0; i < 3 * ROWS.length; i++) {
                    int r = (i + 31 * t) % ROWS.length;
                    inference.encode(ROWS[r], code);
                    if (inference.score(ROWS[r]) != expected[r] || !Arrays.equals(code, codes[r])) {
                      differences++;
                    }
                  }
                  return differences;
                });

    assertThat(wrong).hasSize(threads).containsOnly(0);
  }

  @Test
  void allocatesNothingOnAnyThread() throws Exception {
    Inference inference = model(true).inference();
    ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    CyclicBarrier step = new CyclicBarrier(THREADS);

    List<Long> bytes =
        together(
            THREADS,
            t ->
                () -> {
                  float[] code = new float[4];
                  float[] row = new float[9];
                  step.await();
                  calls(inference, 2000, code, row);
                  step.await(); // Every thread has its slot.
                  long itself = -allocated(meter) + allocated(meter);
                  long before = allocated(meter);
                  calls(inference, 20_000, code, row);
                  return allocated(meter) - before - itself;
                });

    assertThat(bytes).hasSize(THREADS).containsOnly(0L);
  }

  private static long allocated(ThreadMXBean meter) {
    return meter.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static double calls(Inference inference, int count, float[] code, float[] row) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      float[] x = ROWS[i % ROWS.length];
      inference.encode(x, code);
      inference.decode(code, row);
      inference.reconstruct(x, row);
      sum += inference.score(x);
    }
    return sum;
  }

  /** Closed under those who score: each call is either whole or refused, and memory is gone. */
  @Test
  void closesWhileOthersScore() throws Exception {
    for (int round = 0; round < 20; round++) {
      Model<?> model = model(true);
      Inference inference = model.inference();
      double expected = inference.score(ROWS[0]);
      double[] expectedOfAll = inference.score(ROWS);
      AtomicInteger scored = new AtomicInteger();
      CyclicBarrier start = new CyclicBarrier(THREADS);

      List<Boolean> sound =
          together(
              THREADS,
              t ->
                  () -> {
                    start.await();
                    if (t == 0) {
                      while (scored.get() < 1000) {
                        Thread.onSpinWait();
                      }
                      model.close();
                      return true;
                    }
                    try {
                      while (true) {
                        boolean same =
                            t == 1
                                ? Arrays.equals(inference.score(ROWS), expectedOfAll)
                                : inference.score(ROWS[0]) == expected;
                        if (!same) {
                          return false;
                        }
                        scored.incrementAndGet();
                      }
                    } catch (ModelClosedException e) {
                      return true;
                    }
                  });

      assertThat(sound).hasSize(THREADS).containsOnly(true);
      assertThatThrownBy(() -> inference.score(ROWS[0])).isInstanceOf(ModelClosedException.class);
      assertThatThrownBy(() -> inference.encode(ROWS)).isInstanceOf(ModelClosedException.class);
    }
  }

  /** Rows are checked in parts by several threads, but it is always the first that is named. */
  @Test
  void namesTheFirstOfManyBadRows() {
    Inference inference = model(false).inference();
    float[][] rows = new float[2000][];
    Arrays.setAll(rows, r -> ROWS[r % ROWS.length].clone());
    for (int bad : new int[] {1999, 1300, 700}) {
      rows[bad][bad % 9] = bad % 2 == 0 ? Float.NEGATIVE_INFINITY : Float.NaN;
      String message = "Row " + bad + " of the data, feature " + bad % 9 + " is ";
      assertRefused(() -> inference.encode(rows), message);
      assertRefused(() -> inference.encode(flat(rows), 2000, new float[8000]), message);
    }
    assertThatThrownBy(() -> inference.encode(rows))
        .satisfies(
            e ->
                assertThat(e.getStackTrace())
                    .extracting(StackTraceElement::getMethodName)
                    .contains("namesTheFirstOfManyBadRows"));
    rows[3] = new float[8];
    assertRefused(() -> inference.score(rows), "Row 3 of the data has 8 values");
  }

  @Test
  void refusesBeforeItWrites() {
    Inference inference = model(true).inference();
    float[] code = {7, 7, 7, 7};
    float[] bad = ROWS[0].clone();
    bad[2] = Float.NaN;
    float[] far = ROWS[0].clone();
    far[8] = Float.MAX_VALUE;
    far[0] = -Float.MAX_VALUE;

    assertRefused(
        () -> inference.encode(new float[8], code), "has rows of 8 values, but Any takes 9");
    assertRefused(() -> inference.encode(bad, code), "Row 0 of the data, feature 2 is NaN");
    assertRefused(
        () -> inference.encode(ROWS[0], new float[5]),
        "The array for the code has 5 values, but Any needs 4");
    assertRefused(
        () -> inference.decode(new float[3], bad),
        "has rows of 3 values, but the decoder of Any takes 4");
    assertRefused(
        () -> inference.decode(code, new float[8]),
        "The array for the row has 8 values, but Any needs 9");
    assertRefused(() -> inference.reconstruct(bad, far), "feature 2 is NaN");
    assertRefused(() -> inference.score(bad), "feature 2 is NaN");
    assertRefused(
        () -> inference.score(new float[][] {ROWS[0], bad}), "Row 1 of the data, feature 2 is NaN");
    assertRefused(
        () -> inference.score(Dataset.of("t.csv", new float[][] {ROWS[0], bad})),
        "Row 1 of t.csv, feature 2 is NaN");
    assertRefused(
        () -> inference.encode(new float[17], 2, new float[8]),
        "The array for the data has 17 values, but Any needs 18");
    assertRefused(
        () -> inference.encode(new float[18], 2, new float[7]),
        "The array for the codes has 7 values, but Any needs 8");
    assertRefused(
        () -> inference.score(new float[18], 2, new double[1]),
        "The array for the scores has 1 values, but Any needs 2");
    assertThatThrownBy(() -> inference.encode(new float[18], -1, code))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(code).containsOnly(7);
    assertThat(bad[3]).isEqualTo(ROWS[0][3]);
  }

  private static void assertRefused(Runnable call, String message) {
    assertThatThrownBy(call::run).isInstanceOf(DataException.class).hasMessageContaining(message);
  }

  /** Tiny divisors make large values infinite, which no network should see. */
  @Test
  void refusesWhatTheScalerCannotScale() {
    float[] scale = new float[9];
    Arrays.fill(scale, 1e-30f);
    Model<?> model =
        Model.ofNetwork(
            SHAPE.build(1),
            new Provenance(Map.of()),
            Use.PLAIN.scaledBy(Scaling.of("own", new float[9], scale)));
    float[] far = new float[9];
    far[4] = 1e9f;
    String message = "feature 4 is 1.0E9 and, scaled by own, Infinity: it is too far from the rows";

    assertRefused(() -> model.inference().score(far), "[AE-242] Row 0 of the data, " + message);
    assertRefused(
        () -> model.encode(new float[][] {new float[9], far}), "Row 1 of the data, " + message);
    assertRefused(
        () -> model.meanSquaredError(Dataset.of(new float[][] {new float[9], far})),
        "Row 1 of the data, " + message);
  }

  @Test
  void neverGivesAScoreThatIsNoNumber() {
    TestNetwork shape =
        TestNetwork.of(3).bottleneck("code", 2, new Linear()).decoder("out", 3, new Linear());
    Network<?> network = shape.build(1);
    float[] large = new float[network.parameters().size()];
    Arrays.fill(large, 1e20f);
    network.parameters().values().write(0, large, large.length);
    Model<?> model = Model.ofNetwork(network, new Provenance(Map.of()), Use.PLAIN);
    float[][] rows = {{0, 0, 0}, {1e20f, -1e20f, 1e20f}};

    assertRefused(
        () -> model.inference().score(rows[1]), "[AE-277] The score of row 0 of the data");
    assertRefused(() -> model.inference().score(rows), "for Any. Scale the data");
    assertRefused(() -> model.meanSquaredError(Dataset.of(rows)), " of the data is ");
  }
}
