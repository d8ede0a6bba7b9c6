package io.venturi.model;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.data.Scaling;
import io.venturi.data.ValueRange;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.kernel.FloatMath;
import io.venturi.model.ForwardPass.Place;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is checked of arrays before a model sees them: width, and every value. */
final class RowChecks {

  /** Values that one thread checks at a time: some ten microseconds' work. */
  private static final int PART = 1 << 16;

  private final ForwardPass<?> pass;

  RowChecks(ForwardPass<?> pass) {
    this.pass = pass;
  }

  /** Rows, or codes: as wide as this place, all values finite, scaled ones too. */
  void require(float[][] rows, Place place) {
    Objects.requireNonNull(rows, place == Place.CODE ? "codes" : "rows");
    eachRow(rows.length, pass.width(place), r -> requireRow(rows[r], r, place));
  }

  private void requireRow(float @Nullable [] row, int number, Place place) {
    if (row == null) {
      throw new DataException(Message.NULL_ROW, number, name(place));
    }
    int width = pass.width(place);
    if (row.length != width) {
      throw number == 0
          ? widthMismatch(row.length, place)
          : new DataException(Message.ROW_WIDTH, number, name(place), row.length, width);
    }
    requireValues(row, 0, number, place);
  }

  /** One row, or code. */
  void require(float[] row, Place place) {
    Objects.requireNonNull(row, place == Place.CODE ? "code" : "row");
    if (row.length != pass.width(place)) {
      throw widthMismatch(row.length, place);
    }
    requireValues(row, 0, 0, place);
  }

  /** Rows, or codes, one after another in one array. */
  void require(float[] rows, int count, Place place) {
    Objects.requireNonNull(rows, place == Place.CODE ? "codes" : "rows");
    requireRoom(rows.length, count, place, name(place));
    int width = pass.width(place);
    eachRow(count, width, r -> requireValues(rows, r * width, r, place));
  }

  /** Checks rows on all processors; what is said is of the first row at fault. */
  private static void eachRow(int count, int width, IntConsumer check) {
    int part = Math.max(1, PART / Math.max(1, width));
    IntStream parts = IntStream.range(0, (int) (((long) count + part - 1) / part));
    (count > part ? parts.parallel() : parts)
        .map(n -> firstFault(n * part, (int) Math.min(count, (n + 1L) * part), check))
        .filter(row -> row >= 0)
        .findFirst()
        .ifPresent(check); // Once more, so that the exception has the caller's stack.
  }

  private static int firstFault(int from, int to, IntConsumer check) {
    for (int row = from; row < to; row++) {
      try {
        check.accept(row);
      } catch (DataException e) {
        return row;
      }
    }
    return -1;
  }

  /** A whole dataset. */
  void require(Dataset data) {
    DataChecks.requireWidth(data, pass.width(Place.INPUT), pass.description().simpleName());
    Scaling scaling = pass.scaling();
    DataChecks.require(scaling == null ? data : scaling.apply(data), data.name(), pass.range());
  }

  /** Exactly one result's length. */
  void requireResult(float[] into, Place place) {
    if (into.length != pass.width(place)) {
      throw wrongLength(
          place == Place.CODE ? "the code" : "the row", into.length, pass.width(place));
    }
  }

  /** At least {@code count} results' length. */
  void requireResults(float[] into, int count, Place place) {
    requireRoom(into.length, count, place, name(place));
  }

  /** At least {@code count} scores. */
  void requireScores(double[] into, int count) {
    if (into.length < count) {
      throw wrongLength("the scores", into.length, count);
    }
  }

  private void requireRoom(int length, int count, Place place, String name) {
    if (count < 0) {
      throw new IllegalArgumentException(count + " rows");
    }
    long needed = (long) count * pass.width(place);
    if (length < needed) {
      throw wrongLength(name, length, needed);
    }
  }

  /** A sum of squares as a mean: a number, or an error, as NaN would pass for small. */
  double requireScore(double sum, long row, String data) {
    double score = sum / pass.width(Place.INPUT);
    if (!Double.isFinite(score)) {
      throw new DataException(
          Message.SCORE_NOT_FINITE, row, data, score, pass.description().simpleName());
    }
    return score;
  }

  DataException widthMismatch(long width, Place place) {
    boolean codes = place == Place.CODE;
    return new DataException(
        Message.WIDTH_MISMATCH,
        codes ? "the array of codes" : "the array",
        width,
        (codes ? "the decoder of " : "") + pass.description().simpleName(),
        pass.width(place));
  }

  private DataException wrongLength(String name, int length, long needed) {
    return new DataException(
        Message.ARRAY_LENGTH, name, length, pass.description().simpleName(), needed);
  }

  private void requireValues(float[] values, int from, int row, Place place) {
    int width = pass.width(place);
    Scaling scaling = place == Place.INPUT ? pass.scaling() : null;
    if (scaling == null && FloatMath.areFinite(values, from, width)) {
      return;
    }
    boolean gaps = place == Place.INPUT && pass.range().withGaps();
    int missing = 0;
    for (int i = 0; i < width; i++) {
      float value = values[from + i];
      if (gaps && Float.isNaN(value)) {
        missing++;
        continue;
      }
      if (!(Math.abs(value) <= Float.MAX_VALUE)) {
        throw new DataException(Message.NOT_FINITE, row, name(place), i, value);
      }
      if (scaling != null) {
        requireScaled(scaling, value, row, i);
      }
    }
    if (missing == width) {
      throw ValueRange.empty(name(place), row);
    }
  }

  private static void requireScaled(Scaling scaling, float value, int row, int feature) {
    float scaled = scaling.apply(feature, value);
    if (!(Math.abs(scaled) <= Float.MAX_VALUE)) {
      throw new DataException(
          Message.SCALED_NOT_FINITE, row, name(Place.INPUT), feature, value, scaling, scaled);
    }
  }

  private static String name(Place place) {
    return place == Place.CODE ? "the codes" : "the data";
  }
}
