package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Csv;
import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.data.Scaler;
import io.venturi.data.Scalers;
import io.venturi.error.DataException;
import io.venturi.error.TrainingException;
import io.venturi.model.Model;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.TestSpec;
import io.venturi.train.History.Ending;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StreamTrainingTest {

  private static final int WIDTH = 6;

  /** Rows from an array, counted; can fail where it is told to. */
  private static final class Tap implements RowStream {

    private final float[][] rows;
    int opened;
    int closed;
    int failAtOpening;
    int failAtRow = Integer.MAX_VALUE;
    RuntimeException failure = new DataException(io.venturi.error.Message.NO_ROWS, "a test");

    Tap(float[][] rows) {
      this.rows = rows;
    }

    @Override
    public String name() {
      return "the tap";
    }

    @Override
    public synchronized Cursor open() {
      opened++;
      return new Cursor() {
        private final int opening = opened;
        private int start;
        private int at;
        private boolean isClosed;

        @Override
        public int[] shape() {
          return new int[] {rows[0].length};
        }

        @Override
        public int read(float[] destination, int offset, int wanted) {
          assertThat(isClosed).isFalse();
          // Short reads are allowed, so there are some.
          int count = Math.min(Math.min(wanted, 7), rows.length - at);
          start = at;
          for (int i = 0; i < count; i++) {
            if (at == failAtRow && opening == failAtOpening) {
              throw failure;
            }
            System.arraycopy(rows[at], 0, destination, offset + i * WIDTH, WIDTH);
            at++;
          }
          return count;
        }

        @Override
        public String place(int row, int feature) {
          return "litre " + (start + row);
        }

        @Override
        public void close() {
          assertThat(isClosed).as("closed twice").isFalse();
          isClosed = true;
          closed++;
        }
      };
    }
  }

  private static Trainer<SmallAutoencoder> trainer() {
    return new Trainer<>(TestSpec.small()).threads(1).epochs(3).batchSize(8).seed(7);
  }

  private static float[] parameters(Training<?> training) {
    return training.model().parameters();
  }

  private static RowStream stream(float[][] rows) {
    return RowStream.of("the rows", () -> Arrays.asList(rows).iterator(), WIDTH);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 18, 24, 25, 32, 33, 34, 100})
  void inOrderItIsTheSameAsInMemoryBitForBit(int size) {
    float[][] rows = Rows.uniform(size, WIDTH, 1);
    Training<?> memory =
        trainer().shuffle(false).validation(Dataset.of(rows)).fit(Dataset.of(rows));
    for (int window : new int[] {1, 8, 16, 24, 1000}) {
      Training<?> streamed =
          trainer()
              .shuffle(false)
              .shuffleWindow(window)
              .validation(stream(rows))
              .fit(stream(rows).withSize(size));
      assertThat(parameters(streamed)).as("window %d", window).isEqualTo(parameters(memory));
      assertThat(streamed.history().last().loss()).isEqualTo(memory.history().last().loss());
      assertThat(streamed.history().last().validationLoss())
          .isEqualTo(memory.history().last().validationLoss());
    }
  }

  @Test
  void aWindowOfAllRowsIsShuffledAsDataInMemoryIs() {
    float[][] rows = Rows.uniform(100, WIDTH, 1);
    Training<?> memory = trainer().schedule(Schedules.cosine()).fit(Dataset.of(rows));
    Training<?> streamed =
        trainer().schedule(Schedules.cosine()).shuffleWindow(100).fit(stream(rows));
    assertThat(parameters(streamed)).isEqualTo(parameters(memory));
    assertThat(parameters(trainer().schedule(Schedules.cosine()).fit(stream(rows))))
        .isEqualTo(parameters(memory));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theNumberOfThreadsChangesNoBit(int threads) {
    float[][] rows = Rows.uniform(1000, WIDTH, 1);
    assertThat(
            parameters(
                trainer().batchSize(64).shuffleWindow(128).threads(threads).fit(stream(rows))))
        .isEqualTo(parameters(trainer().batchSize(64).shuffleWindow(128).fit(stream(rows))));
  }

  @Test
  void theSeedAndTheWindowDecide() {
    float[][] rows = Rows.uniform(100, WIDTH, 1);
    float[] one = parameters(trainer().shuffleWindow(16).fit(stream(rows)));
    assertThat(parameters(trainer().shuffleWindow(16).fit(stream(rows)))).isEqualTo(one);
    assertThat(parameters(trainer().shuffleWindow(24).fit(stream(rows)))).isNotEqualTo(one);
    assertThat(parameters(trainer().shuffleWindow(16).seed(8).fit(stream(rows)))).isNotEqualTo(one);
  }

  /** All orders in which a source gives rows whose every value is their number. */
  private static List<List<Integer>> orders(int size, int window, int epochs, RowShare share) {
    float[][] rows = new float[size][WIDTH];
    for (int i = 0; i < size; i++) {
      Arrays.fill(rows[i], i);
    }
    RowRequirements checks =
        new RowRequirements("Test", WIDTH, io.venturi.data.ValueRange.FINITE, null);
    List<List<Integer>> orders = new ArrayList<>();
    Tap tap = new Tap(rows);
    try (StreamRows source =
        new StreamRows("rows", tap, checks, share, window, new TrainingControl())) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        source.begin(OptionalLong.of(epoch));
        List<Integer> order = new ArrayList<>();
        for (RowSource.Window w = source.next(); w != null; w = source.next()) {
          float[] row = new float[WIDTH];
          for (int i = 0; i < w.rows(); i++) {
            w.data.read(w.order[i], row, 0);
            order.add((int) row[0]);
          }
        }
        orders.add(order);
      }
    }
    assertThat(tap.closed).isEqualTo(tap.opened);
    return orders;
  }

  @ParameterizedTest
  @CsvSource({"100, 16", "97, 16", "98, 16", "16, 16", "18, 16", "5, 16", "64, 64"})
  void anEpochHasEveryRowOnceInAnOrderOfItsOwn(int size, int window) {
    List<List<Integer>> orders = orders(size, window, 3, RowShare.ALL);
    for (List<Integer> order : orders) {
      assertThat(order).hasSize(size).doesNotHaveDuplicates();
      assertThat(order).isNotEqualTo(order.stream().sorted().toList());
      for (int i = 0; i < size; i++) {
        int windowOfRow = order.get(i) / window;
        int lastWindow = Math.max(0, (size - 2) / window);
        assertThat(Math.min(windowOfRow, lastWindow)).isEqualTo(Math.min(i / window, lastWindow));
      }
    }
    assertThat(orders.get(0)).isNotEqualTo(orders.get(1)).isNotEqualTo(orders.get(2));
    assertThat(orders(size, window, 3, RowShare.ALL)).isEqualTo(orders);
  }

  @Test
  void aSplitHasTheSameRowsInEveryEpochAndTheOtherPartHasTheOthers() {
    RowShare aside = new RowShare(0.25, 11, true);
    List<List<Integer>> held = orders(1000, 16, 2, aside);
    List<List<Integer>> rest = orders(1000, 16, 2, aside.rest());
    assertThat(held.get(0))
        .hasSizeBetween(200, 300)
        .containsExactlyInAnyOrderElementsOf(held.get(1));
    assertThat(rest.get(0))
        .hasSize(1000 - held.get(0).size())
        .doesNotContainAnyElementsOf(held.get(0));
    assertThat(aside.expected(OptionalLong.of(1000))).hasValue(250);
    assertThat(aside.rest().expected(OptionalLong.of(1000))).hasValue(750);
    assertThat(aside.rest().expected(OptionalLong.empty())).isEmpty();
    assertThat(aside.expected(OptionalLong.of(1))).as("never none").hasValue(1);
  }

  @Test
  void splitsAndStopsEarly() {
    Training<?> training =
        trainer()
            .epochs(50)
            .validationSplit(0.3)
            .shuffleWindow(16)
            .earlyStopping(new EarlyStopping(2, 1))
            .fit(stream(Rows.uniform(200, WIDTH, 1)));
    assertThat(training.history().ending()).isEqualTo(Ending.EARLY_STOPPING);
    assertThat(training.history().keptEpoch()).isEqualTo(1);
    assertThat(training.history().last().rows()).isBetween(110L, 170L);
  }

  @Test
  void aSplitWithNoRowsInOnePartIsRefused() {
    assertThatThrownBy(
            () -> trainer().validationSplit(1e-9).fit(stream(Rows.uniform(20, WIDTH, 1))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("[AE-209]");
  }

  @Test
  void isReadInBoundedMemory() {
    // Would be 240 MB; a row is made when it is asked for, and the same array serves all.
    int size = 10_000_000;
    float[] row = new float[WIDTH];
    long[] made = {0};
    long[] aheadAtMost = {0};
    RowStream stream =
        RowStream.of(
            "made up",
            () ->
                new java.util.Iterator<>() {
                  private int at;

                  @Override
                  public boolean hasNext() {
                    return at < size;
                  }

                  @Override
                  public float[] next() {
                    made[0]++;
                    Arrays.fill(row, (at++ % 100) / 100f);
                    return row;
                  }
                },
            WIDTH);
    TrainingControl control = new TrainingControl();
    TrainingListener watch =
        new TrainingListener() {
          @Override
          public void stepFinished(StepMetrics metrics) {
            aheadAtMost[0] = Math.max(aheadAtMost[0], made[0] - metrics.rows());
            if (metrics.rows() >= 200_000) {
              control.stop();
            }
          }
        };
    Training<?> training =
        trainer().batchSize(100).shuffleWindow(1000).control(control).listener(watch).fit(stream);
    assertThat(training.history().ending()).isEqualTo(Ending.STOPPED);
    assertThat(aheadAtMost[0]).isLessThanOrEqualTo(2 * 1000 + 2);
  }

  @Test
  void aFailureInTheMiddleHasTheModelOfTheLastEpoch() {
    float[][] rows = Rows.uniform(100, WIDTH, 1);
    Tap tap = new Tap(rows);
    tap.failAtOpening = 3;
    tap.failAtRow = 60;
    List<String> ends = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void finished() {
            ends.add("finished");
          }
        };
    StreamFailedException failed =
        catchThrowableOfType(
            StreamFailedException.class,
            () -> trainer().shuffleWindow(16).listener(listener).fit(tap));
    assertThat(failed)
        .hasMessageContaining("[AE-290] Training on the tap stopped in epoch 3, after ")
        .hasMessageContaining("[AE-200] a test has no rows")
        .hasMessageEndingWith("lastGood() has the parameters of the end of epoch 2.")
        .hasCause(tap.failure);
    assertThat(failed.epoch()).isEqualTo(3);
    assertThat(failed.rows()).isBetween(32L, 48L);
    Training<SmallAutoencoder> good = failed.lastGood(SmallAutoencoder.class);
    assertThat(good.history().ending()).isEqualTo(Ending.DATA_FAILED);
    assertThat(good.history().keptEpoch()).isEqualTo(2);
    assertThat(parameters(good))
        .isEqualTo(parameters(trainer().epochs(2).shuffleWindow(16).fit(new Tap(rows))));
    assertThat(tap.closed).isEqualTo(tap.opened).isEqualTo(3);
    assertThat(ends).hasSize(1);
  }

  @Test
  void whatFailsBeforeTrainingBeginsIsReportedAsItIs() {
    Tap tap = new Tap(Rows.uniform(100, WIDTH, 1));
    tap.failAtOpening = 1;
    tap.failAtRow = 3;
    assertThatThrownBy(() -> trainer().shuffleWindow(16).fit(tap)).isSameAs(tap.failure);
    assertThat(tap.closed).isEqualTo(tap.opened).isEqualTo(1);
    tap.failAtOpening = 2;
    tap.failure = new UncheckedIOException(new IOException("the pipe broke"));
    assertThatThrownBy(() -> trainer().shuffleWindow(16).fit(tap))
        .hasMessageStartingWith(
            "[AE-216] the tap could not be read: java.io.IOException: the pipe");
    tap.failAtOpening = 3;
    tap.failure = new IllegalStateException("odd");
    assertThatThrownBy(() -> trainer().shuffleWindow(16).fit(tap))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("odd");
    tap.failAtOpening = 0;
    assertThatThrownBy(
            () -> trainer().fit(RowStream.of("the wide", List.of(new float[9])::iterator, 9)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("[AE-204] the wide has rows of 9 values");
    assertThatThrownBy(
            () -> trainer().fit(RowStream.of("nothing", List.<float[]>of()::iterator, WIDTH)))
        .hasMessageContaining("[AE-200] nothing has no rows");
    assertThat(tap.closed).isEqualTo(tap.opened);
  }

  @Test
  void aBadValueIsNamedWithItsPlace() {
    float[][] rows = Rows.uniform(100, WIDTH, 1);
    rows[72][4] = Float.NaN;
    Tap tap = new Tap(rows);
    assertThatThrownBy(() -> trainer().shuffleWindow(16).fit(tap))
        .isInstanceOf(StreamFailedException.class)
        .hasMessageContaining("[AE-202] Row 72 of the tap (litre 72), feature 4 is NaN");
    assertThat(tap.closed).isEqualTo(tap.opened);
    rows[72][4] = 1.5f;
    assertThatThrownBy(
            () ->
                new Trainer<>(TestSpec.smallInUnitInterval())
                    .validation(new Tap(rows))
                    .fit(Dataset.of(Rows.uniform(9, WIDTH, 1))))
        .hasMessageContaining(
            "Row 72 of the validation data (the tap) (litre 72), feature 4 is 1.5, outside [0.0, 1.0]");
  }

  @Test
  void aRowOfAnotherWidthOrNoneIsNamed() {
    List<float[]> rows = new ArrayList<>(Arrays.asList(Rows.uniform(40, WIDTH, 1)));
    rows.set(30, new float[WIDTH + 1]);
    assertThatThrownBy(
            () -> trainer().shuffleWindow(8).fit(RowStream.of("list", rows::iterator, WIDTH)))
        .isInstanceOf(StreamFailedException.class)
        .hasMessageContaining("Row 30 of list has 7 values where 6 were expected");
    rows.set(30, null);
    assertThatThrownBy(() -> trainer().fit(RowStream.of("list", rows::iterator, WIDTH)))
        .hasMessageContaining("[AE-218] Row 30 of list is null");
  }

  @Test
  void aStreamOfAnotherLengthThanWasSaidIsFoundOut() {
    RowStream stream = stream(Rows.uniform(40, WIDTH, 1));
    for (long said : new long[] {39, 41}) {
      assertThatThrownBy(() -> trainer().shuffleWindow(8).fit(stream.withSize(said)))
          .isInstanceOf(StreamFailedException.class)
          .hasMessageContaining("[AE-291] the rows gave 40 rows where " + said + " were said");
    }
  }

  /** What is said costs nothing: it is compared with what comes. */
  @ParameterizedTest
  @ValueSource(longs = {10_000_000_000L, Long.MAX_VALUE / 6, Long.MAX_VALUE})
  void aLengthThatIsFarTooLargeIsFoundOutAtOnce(long said) {
    RowStream stream = stream(Rows.uniform(400, WIDTH, 1)).withSize(said);
    for (double split : new double[] {0, 0.1}) { // In training, and before it.
      assertThatThrownBy(
              () ->
                  trainer()
                      .shuffleWindow(8)
                      .validationSplit(split)
                      .schedule(Schedules.cosine())
                      .listener(new ConsoleProgress())
                      .fit(stream))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("[AE-291] the rows gave 400 rows where " + said + " were said");
    }
  }

  /** In the first epoch by what is to be expected, afterwards by what was counted. */
  @Test
  void schedulesOfASplitGoByNearlyTheWholeEpoch() {
    RowStream stream = stream(Rows.uniform(1000, WIDTH, 1)).withSize(1000);
    List<Double> rates = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void started(TrainingStart start) {
            assertThat(start.rows()).hasValue(700);
          }

          @Override
          public void stepFinished(StepMetrics metrics) {
            rates.add(metrics.learningRate());
          }
        };
    Training<?> training =
        trainer()
            .epochs(2)
            .validationSplit(0.3)
            .shuffleWindow(16)
            .optimizer(new Sgd(1))
            .schedule((epoch, epochs) -> epoch / epochs)
            .listener(listener)
            .fit(stream);
    long rows = training.history().last().rows();
    assertThat(rates.get(rates.size() / 2 - 1)).isCloseTo(0.5, within(0.03));
    assertThat(rates.get(rates.size() - 1)).isCloseTo(1 - 4.5 / rows, within(4.0 / rows));
    assertThat(training.model().provenance().facts()).containsEntry("rows", Long.toString(rows));
  }

  @Test
  void aScheduleWithinTheFirstEpochNeedsTheLength() {
    RowStream stream = stream(Rows.uniform(40, WIDTH, 1));
    Trainer<SmallAutoencoder> trainer =
        trainer().shuffle(false).shuffleWindow(8).schedule(Schedules.warmUp(0.5));
    assertThatThrownBy(() -> trainer.fit(stream))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("[AE-292]")
        .hasMessageContaining("how many rows the rows has");
    assertThat(parameters(trainer.fit(stream.withSize(40))))
        .isEqualTo(parameters(trainer.fit(Dataset.of(Rows.uniform(40, WIDTH, 1)))));
    trainer.schedule(Schedules.step(1, 0.5)).fit(stream);
  }

  @Test
  void tellsListenersWhatIsKnown() {
    float[][] rows = Rows.uniform(40, WIDTH, 1);
    List<OptionalLong> starts = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void started(TrainingStart start) {
            starts.add(start.rows());
          }
        };
    Training<?> training = trainer().shuffleWindow(8).listener(listener).fit(stream(rows));
    trainer().shuffleWindow(8).listener(listener).fit(stream(rows).withSize(40));
    trainer().shuffleWindow(40).listener(listener).fit(stream(rows));
    assertThat(starts)
        .containsExactly(OptionalLong.empty(), OptionalLong.of(40), OptionalLong.of(40));
    Model<?> model = training.model();
    assertThat(model.provenance().facts())
        .containsEntry("rows", "40")
        .containsEntry("windowRows", "8")
        .containsEntry("data", "the rows");
  }

  /** In one opening, no row comes after so many reads: training is stopped, and the line waits. */
  private static final class SlowLine implements RowStream {

    final Tap tap = new Tap(Rows.uniform(100, WIDTH, 1));
    final TrainingControl control = new TrainingControl();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final int opening;
    private final int reads;

    SlowLine(int opening, int reads) {
      this.opening = opening;
      this.reads = reads;
    }

    @Override
    public String name() {
      return "a slow line";
    }

    @Override
    public Cursor open() {
      Cursor cursor = tap.open();
      boolean slow = tap.opened == opening;
      return new Cursor() {
        private int done;

        @Override
        public int[] shape() {
          return cursor.shape();
        }

        @Override
        public int read(float[] destination, int offset, int rows) {
          if (slow && ++done > reads) {
            control.stop();
            try {
              Thread.sleep(60_000);
            } catch (InterruptedException e) {
              interrupted.countDown();
              Thread.currentThread().interrupt();
              return 0;
            }
          }
          return cursor.read(destination, offset, rows);
        }

        @Override
        public void close() {
          cursor.close();
        }
      };
    }

    void requireStopped(History history) {
      assertThat(history.ending()).isEqualTo(Ending.STOPPED);
      assertThat(interrupted.getCount()).isZero();
      assertThat(tap.closed).isEqualTo(tap.opened);
    }
  }

  @Test
  @Timeout(20)
  void stopsWhileItWaitsForRowsThatDoNotCome() {
    SlowLine line = new SlowLine(2, 7);
    Training<?> training = trainer().shuffleWindow(16).control(line.control).fit(line);
    line.requireStopped(training.history());
    assertThat(training.history().keptEpoch()).isEqualTo(1);
    assertThat(training.history().keptSteps()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  @Timeout(20)
  void stopsWhileItWaitsForTheFirstRows(int reads) {
    SlowLine line = new SlowLine(1, reads);
    Training<?> training =
        trainer()
            .shuffleWindow(16)
            .schedule(Schedules.cosine())
            .validationSplit(0.5)
            .control(line.control)
            .fit(line);
    line.requireStopped(training.history());
    assertThat(training.history()).hasToString("0 epochs: stopped, no epoch is kept");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5})
  @Timeout(20)
  void stopsWhileAScalerLearns(int reads) {
    SlowLine line = new SlowLine(1, reads);
    Training<?> training = trainer().scaler(Scalers.standard()).control(line.control).fit(line);
    line.requireStopped(training.history());
    assertThat(training.history().keptEpoch()).isZero();
    assertThat(training.model().scaling()).isEmpty();
    assertThat(training.model().provenance().facts()).doesNotContainKey("scaler");
  }

  /** A long pass whose rows keep coming is stopped between them. */
  @Test
  @Timeout(20)
  void stopsAScalersPassThatDoesNotWait() {
    TrainingControl control = new TrainingControl();
    long[] made = {0};
    RowStream endless =
        RowStream.of(
            "endless",
            () ->
                Stream.generate(
                        () -> {
                          if (++made[0] == 1_000_000) {
                            control.stop();
                          }
                          return new float[WIDTH];
                        })
                    .iterator(),
            WIDTH);
    Training<?> training = trainer().scaler(Scalers.minMax()).control(control).fit(endless);
    assertThat(training.history().ending()).isEqualTo(Ending.STOPPED);
    assertThat(training.model().scaling()).isEmpty();
  }

  @Test
  @Timeout(20)
  void stopsWhileAValidationWaits() {
    Dataset rows = Dataset.of(Rows.uniform(100, WIDTH, 1));
    SlowLine second = new SlowLine(2, 3);
    History history = trainer().validation(second).control(second.control).fit(rows).history();
    second.requireStopped(history);
    assertThat(history.epochs()).hasSize(2);
    assertThat(history.epochs().get(0).validationLoss()).isPresent();
    assertThat(history.last().validationLoss()).isEmpty();
    assertThat(history.keptEpoch()).isEqualTo(2);

    SlowLine first = new SlowLine(1, 0);
    history = trainer().validation(first).control(first.control).fit(rows).history();
    first.requireStopped(history);
    assertThat(history.epochs()).isEmpty();
  }

  @Test
  void anInterruptEndsTheWaitAndClosesTheStream() throws InterruptedException {
    Tap tap = new Tap(Rows.uniform(100, WIDTH, 1));
    CountDownLatch reading = new CountDownLatch(1);
    // A window that is there is handed over without a wait, so this one never comes.
    RowStream hanging =
        new RowStream() {
          @Override
          public String name() {
            return tap.name();
          }

          @Override
          public Cursor open() {
            Cursor cursor = tap.open();
            return new Cursor() {
              @Override
              public int[] shape() {
                return cursor.shape();
              }

              @Override
              public int read(float[] destination, int offset, int rows) {
                reading.countDown();
                try {
                  Thread.sleep(60_000);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                return 0;
              }

              @Override
              public void close() {
                cursor.close();
              }
            };
          }
        };
    List<Throwable> failures = new ArrayList<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                trainer().shuffleWindow(16).fit(hanging);
              } catch (DataException e) {
                failures.add(e);
              }
            });
    thread.start();
    assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
    thread.interrupt();
    thread.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(failures).singleElement().asString().contains("the thread was interrupted");
    assertThat(tap.closed).isEqualTo(tap.opened).isEqualTo(1);
  }

  @Test
  void leavesNoThreadBehind() throws InterruptedException {
    trainer().shuffleWindow(16).fit(stream(Rows.uniform(100, WIDTH, 1)));
    for (int tries = 0; tries < 100 && readers() > 0; tries++) {
      Thread.sleep(20);
    }
    assertThat(readers()).isZero();
  }

  private static long readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("venturi-reader"))
        .count();
  }

  /** In memory that means all rows; a stream's rows are not there all at once. */
  @Test
  void aBatchThatNoArrayHoldsIsRefused() {
    float[][] rows = Rows.uniform(20, WIDTH, 1);
    Trainer<SmallAutoencoder> trainer = trainer().batchSize(Integer.MAX_VALUE);
    assertThatThrownBy(() -> trainer.fit(stream(rows)))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "[AE-230] batchSize is 2147483647, but must be at most 357913937 for a stream at 6"
                + " values a row, since a batch is in memory whole; for all rows in one batch, train"
                + " on a dataset.");
    assertThat(trainer.validation(stream(rows)).fit(Dataset.of(rows)).history().last())
        .extracting(EpochMetrics::validationLoss)
        .isEqualTo(
            trainer
                .validation(Dataset.of(rows))
                .fit(Dataset.of(rows))
                .history()
                .last()
                .validationLoss());
  }

  @Test
  void aWindowThatNoArrayHoldsIsRefused() {
    assertThatThrownBy(
            () ->
                trainer().shuffleWindow(Integer.MAX_VALUE).fit(stream(Rows.uniform(10, WIDTH, 1))))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("shuffleWindow");
    assertThatThrownBy(() -> trainer().shuffleWindow(0)).hasMessageContaining("at least 1");
  }

  @Test
  void scalesAsInMemoryBitForBit() {
    float[][] rows = Rows.uniform(100, WIDTH, -3, 40, 1);
    float[][] others = Rows.uniform(20, WIDTH, -3, 40, 2);
    for (Scaler scaler : List.of(Scalers.standard(), Scalers.minMax().clip())) {
      Training<?> memory =
          trainer()
              .shuffle(false)
              .scaler(scaler)
              .validation(Dataset.of(others))
              .fit(Dataset.of(rows));
      for (Trainer<?> trainer :
          List.of(trainer().validation(Dataset.of(others)), trainer().validation(stream(others)))) {
        Training<?> streamed =
            trainer.shuffle(false).scaler(scaler).shuffleWindow(16).fit(stream(rows));
        assertThat(parameters(streamed)).isEqualTo(parameters(memory));
        assertThat(streamed.history().last().validationLoss())
            .isEqualTo(memory.history().last().validationLoss());
        assertThat(streamed.model().encode(others)).isDeepEqualTo(memory.model().encode(others));
      }
      assertThat(
              trainer()
                  .shuffle(false)
                  .scaler(scaler)
                  .validation(stream(others))
                  .fit(Dataset.of(rows))
                  .history()
                  .last()
                  .validationLoss())
          .isEqualTo(memory.history().last().validationLoss());
    }
  }

  @Test
  void aScalerLearnsFromTheTrainingRowsAlone() {
    RowShare aside = new RowShare(0.5, 7, true); // 7 is the trainer's seed.
    RowShare.Draws draws = aside.draws();
    float[][] rows = Rows.uniform(100, WIDTH, 1);
    for (float[] row : rows) {
      if (draws.next()) {
        row[0] = 1000;
      }
    }
    Training<?> training =
        trainer().shuffleWindow(16).validationSplit(0.5).scaler(Scalers.minMax()).fit(stream(rows));
    assertThat(training.model().scaling().orElseThrow().scale()[0]).isLessThan(1.1f);
    assertThat(training.history().last().validationLoss().getAsDouble()).isGreaterThan(1000);
  }

  @Test
  void whatCannotBeScaledIsRefused() {
    float[][] rows = Rows.uniform(100, WIDTH, 1);
    assertThatThrownBy(() -> trainer().scaler(Scalers.robust()).fit(stream(rows)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("quantiles need all rows at once");
    rows[50][2] = Float.POSITIVE_INFINITY;
    Tap tap = new Tap(rows);
    assertThatThrownBy(() -> trainer().scaler(Scalers.minMax()).fit(tap))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Row 50 of the tap (litre 50), feature 2 is Infinity");
    assertThat(tap.closed).isEqualTo(tap.opened).isEqualTo(1);
    rows[50][2] = 2;
    assertThatThrownBy(
            () ->
                new Trainer<>(TestSpec.smallInUnitInterval())
                    .scaler(Scalers.minMax(0, 2))
                    .fit(new Tap(rows)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("(litre ")
        .hasMessageContaining("outside [0.0, 1.0]");
  }

  @Test
  void aValueOfCsvIsNamedWithItsLineAndColumn() {
    String text = "a,b,kind,c,d,e,f\n0,0,x,0,0,0,0\n\n0,0,y,7,0,0,0\n";
    RowStream csv =
        Csv.stream(
            "t.csv",
            () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            Csv.Options.defaults().label("kind"));
    assertThatThrownBy(() -> new Trainer<>(TestSpec.smallInUnitInterval()).fit(csv))
        .hasMessageContaining(
            "Row 1 of t.csv (line 4, column \"c\"), feature 2 is 7.0, outside [0.0, 1.0]");
  }
}
