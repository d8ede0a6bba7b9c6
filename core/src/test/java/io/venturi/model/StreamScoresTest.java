package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.data.Csv;
import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.data.Scalers;
import io.venturi.data.Scaling;
import io.venturi.error.DataException;
import io.venturi.error.ModelClosedException;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Tanh;
import io.venturi.spi.Network;
import io.venturi.testing.Rows;
import io.venturi.testing.TestNetwork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamScoresTest {

  private static final int WIDTH = 2;
  private static final float[][] ROWS = Rows.uniform(20_000, WIDTH, -30, 70, 5);

  private static Model<Network<?>> model(boolean scaled) {
    Scaling scaling = scaled ? Scalers.standard().fit(Dataset.of(ROWS)) : null;
    TestNetwork shape =
        TestNetwork.of(WIDTH).bottleneck("code", 1, new Tanh()).decoder("out", WIDTH, new Linear());
    return Model.ofNetwork(shape.build(1), new Provenance(Map.of()), Use.PLAIN.scaledBy(scaling));
  }

  private static RowStream stream(float[][] rows) {
    return RowStream.of("the tap", () -> Arrays.asList(rows).iterator(), WIDTH);
  }

  /** Some parts and a rest, whole parts, one row: bits and order as in memory. */
  @ParameterizedTest
  @ValueSource(ints = {1, 255, 16_384, 16_385, 20_000})
  void scoresAsInMemory(int count) {
    for (boolean scaled : new boolean[] {false, true}) {
      Model<?> model = model(scaled);
      float[][] rows = Arrays.copyOf(ROWS, count);
      List<Double> scores = new ArrayList<>();

      long scored =
          model
              .inference()
              .score(
                  stream(rows),
                  (row, score) -> {
                    assertThat(row).isEqualTo(scores.size());
                    scores.add(score);
                  });

      assertThat(scored).isEqualTo(count);
      Dataset data = Dataset.of(rows);
      assertThat(scores.stream().mapToDouble(each -> each).toArray())
          .isEqualTo(model.inference().score(data));
      assertThat(model.meanSquaredError(stream(rows))).isEqualTo(model.meanSquaredError(data));
    }
  }

  @Test
  void namesTheLineOfWhatItCannotScore() {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int i = 0; i < 17_000; i++) {
      text.append("1,2\n");
    }
    text.append("\n1,x\n");
    long[] scored = {0};
    assertThatThrownBy(
            () -> model(true).inference().score(csv(text.toString()), (row, s) -> scored[0]++))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-225] t.csv, line 17003, column \"b\" is \"x\"");
    assertThat(scored[0]).isEqualTo(16_384);
    float[][] rows = Rows.uniform(30, WIDTH, 1);
    rows[20][1] = Float.NaN;
    for (boolean scaled : new boolean[] {false, true}) {
      assertThatThrownBy(() -> model(scaled).meanSquaredError(stream(rows)))
          .hasMessageStartingWith("[AE-202] Row 20 of the tap, feature 1 is NaN");
    }
  }

  private static RowStream csv(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Csv.stream("t.csv", () -> new ByteArrayInputStream(bytes), Csv.Options.defaults());
  }

  @Test
  void refusesStreamsThatDoNotFit() {
    Model<?> model = model(false);
    assertThatThrownBy(() -> model.meanSquaredError(csv("a,b,c\n1,2,3\n")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("t.csv has rows of 3 values");
    assertThatThrownBy(() -> model.meanSquaredError(stream(new float[0][])))
        .hasMessage("[AE-200] the tap has no rows: give it at least one.");
    assertThatThrownBy(() -> model.meanSquaredError(stream(ROWS).withSize(30_000)))
        .hasMessageStartingWith("[AE-291] the tap gave 20000 rows where 30000 were said");
    RowStream broken =
        RowStream.of(
            "the pipe",
            () -> {
              throw new UncheckedIOException(new IOException("gone"));
            },
            WIDTH);
    assertThatThrownBy(() -> model.meanSquaredError(broken))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-216] the pipe could not be read: java.io.IOException: gone");
  }

  /** An iterator that counts who closes it. */
  private static final class Closing implements Iterator<float[]>, AutoCloseable {
    private int closed;

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public float[] next() {
      return new float[WIDTH];
    }

    @Override
    public void close() {
      closed++;
    }
  }

  @Test
  void whatTheConsumerThrowsPassesAndClosesTheStream() {
    Closing endless = new Closing();
    RuntimeException enough = new IllegalStateException("enough");
    assertThatThrownBy(
            () ->
                model(false)
                    .inference()
                    .score(
                        RowStream.of("zeros", () -> endless, WIDTH),
                        (row, score) -> {
                          if (row == 20_000) {
                            throw enough;
                          }
                        }))
        .isSameAs(enough);
    assertThat(endless.closed).isEqualTo(1);
  }

  @Test
  void anInterruptAndAClosedModelEndIt() {
    Model<?> model = model(false);
    Closing endless = new Closing();
    RowStream zeros = RowStream.of("zeros", () -> endless, WIDTH);
    assertThatThrownBy(
            () -> model.inference().score(zeros, (row, s) -> Thread.currentThread().interrupt()))
        .hasMessageContaining("the thread was interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThatThrownBy(() -> model.inference().score(zeros, (row, s) -> model.close()))
        .isInstanceOf(ModelClosedException.class);
    assertThat(endless.closed).isEqualTo(2);
  }
}
