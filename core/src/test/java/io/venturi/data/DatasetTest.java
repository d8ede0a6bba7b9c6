package io.venturi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.kernel.Backend;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class DatasetTest {

  private static final float[][] ROWS = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {10, 11, 12}};

  @BeforeAll
  static void prepareNativeCode() {
    Backend.ensureLoaded();
  }

  @Test
  void keepsACopyOfItsRows() {
    float[][] rows = {{1, 2}, {3, 4}};
    Dataset data = Dataset.of("mine", rows);
    rows[0][0] = 99;

    assertThat(data.name()).isEqualTo("mine");
    assertThat(data.size()).isEqualTo(2);
    assertThat(data.width()).isEqualTo(2);
    assertThat(data.shape()).containsExactly(2);
    assertThat(data.toArray()).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
    assertThat(data).hasToString("mine: 2 rows of [2]");
  }

  @Test
  void itsShapeCannotBeChangedFromOutside() {
    Dataset data = Dataset.of(ROWS);
    data.shape()[0] = 99;
    assertThat(data.shape()).containsExactly(3);
  }

  @Test
  void readsOneRowToAnOffset() {
    float[] destination = new float[5];
    Dataset.of(ROWS).read(1, destination, 1);
    assertThat(destination).containsExactly(0, 4, 5, 6, 0);
  }

  @Test
  void gathersRowsDenselyInTheOrderAskedFor() {
    float[] destination = new float[7];
    Dataset.of(ROWS).read(new int[] {0, 3, 1, 2}, 1, 2, destination);
    assertThat(destination).containsExactly(10, 11, 12, 4, 5, 6, 0);
  }

  @Test
  void refusesRowNumbersOutside() {
    Dataset data = Dataset.of(ROWS);
    float[] destination = new float[12];
    for (Dataset each : new Dataset[] {data, data.slice(1, 3), data.select(new int[] {0, 1})}) {
      for (int row : new int[] {-1, each.size()}) {
        assertThatThrownBy(() -> each.read(row, destination, 0))
            .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> each.read(new int[] {row}, 0, 1, destination))
            .isInstanceOf(IndexOutOfBoundsException.class);
      }
    }
  }

  @Test
  void refusesRowsOfDifferentWidths() {
    assertThatThrownBy(() -> Dataset.of("sensor", new float[][] {{1, 2}, {3, 4}, {5}}))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-201] Row 2 of sensor has 1 values where 2 were expected: every row has one"
                + " width.");
  }

  @Test
  void refusesNoRowsAndRowsOfNothing() {
    assertThatThrownBy(() -> Dataset.of(new float[0][]))
        .isInstanceOf(DataException.class)
        .hasMessage("[AE-200] the data has no rows: give it at least one.");
    assertThatThrownBy(() -> Dataset.of(new float[2][0]))
        .isInstanceOf(DataException.class)
        .hasMessage("[AE-210] the data has rows of no values: give each row at least one.");
    assertThatThrownBy(() -> Dataset.ofFlat(new float[0], 3))
        .extracting("kind")
        .isEqualTo(Message.NO_ROWS);
    assertThatThrownBy(() -> Dataset.ofFlat(new float[4], 0))
        .extracting("kind")
        .isEqualTo(Message.NO_VALUES);
    assertThatThrownBy(() -> Dataset.ofFlat(new float[4]))
        .extracting("kind")
        .isEqualTo(Message.NO_VALUES);
  }

  @Test
  void wrapsAFlatArrayOfImages() {
    float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    Dataset data = Dataset.ofFlat(values, 2, 3, 1);
    assertThat(data.shape()).containsExactly(2, 3, 1);
    assertThat(data.width()).isEqualTo(6);
    assertThat(data.size()).isEqualTo(2);
    assertThat(data.toArray()[1]).containsExactly(7, 8, 9, 10, 11, 12);
  }

  @Test
  void refusesAFlatArrayWithAnIncompleteRow() {
    assertThatThrownBy(() -> Dataset.ofFlat(new float[11], 4))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-201] Row 2 of the data has 3 values where 4 were expected: every row has one"
                + " width.");
  }

  @Test
  void refusesAShapeThatOverflows() {
    assertThatThrownBy(() -> Dataset.ofFlat(new float[1], 1 << 16, 1 << 16, 1 << 16, 1 << 16))
        .extracting("kind")
        .isEqualTo(Message.TOO_MANY_VALUES);
    assertThatThrownBy(() -> Dataset.ofFlat(new float[1], -2, -2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void copiesAnNd4jArrayOfEveryOrderAndView() {
    INDArray c = Nd4j.create(ROWS);
    INDArray f = c.dup('f');
    INDArray transposed = c.transpose().dup('c').transpose();
    INDArray wide = Nd4j.zeros(DataType.FLOAT, 6, 9);
    INDArray view = wide.get(NDArrayIndex.interval(1, 5), NDArrayIndex.interval(2, 2, 8)).assign(c);
    for (INDArray array : new INDArray[] {c, f, transposed, view}) {
      assertThat(Dataset.of(array).toArray()).isDeepEqualTo(ROWS);
    }
    Dataset copy = Dataset.of(c);
    c.putScalar(0, 0, 99);
    assertThat(copy.toArray()).isDeepEqualTo(ROWS);
  }

  @Test
  void convertsAnNd4jArrayOfEveryNumericType() {
    for (DataType type :
        new DataType[] {DataType.DOUBLE, DataType.INT32, DataType.INT64, DataType.FLOAT16}) {
      assertThat(Dataset.of(Nd4j.create(ROWS).castTo(type)).toArray()).isDeepEqualTo(ROWS);
    }
  }

  @Test
  void copiesAnNd4jArrayLargerThanABlock() {
    INDArray array = Nd4j.rand(DataType.FLOAT, 1_500, 1_000).dup('f');
    float[][] rows = Dataset.of(array).toArray();
    for (int row : new int[] {0, 1_047, 1_048, 1_049, 1_499}) {
      assertThat(rows[row]).isEqualTo(array.getRow(row).dup('c').toFloatVector());
    }
  }

  @Test
  void keepsTheShapeOfImagesInAnNd4jArray() {
    Dataset data = Dataset.of(Nd4j.arange(24).castTo(DataType.FLOAT).reshape(2, 2, 3, 2));
    assertThat(data.shape()).containsExactly(2, 3, 2);
    assertThat(data.toArray()[1]).startsWith(12, 13, 14).hasSize(12);
  }

  @Test
  void refusesAnNd4jArrayThatIsNoTable() {
    assertThatThrownBy(() -> Dataset.of(Nd4j.zeros(DataType.FLOAT, 3)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-217] the array has shape [3] and type FLOAT, but a dataset needs numbers in rows:"
                + " (rows, features), or one more dimension for each of a row's.");
    assertThatThrownBy(() -> Dataset.of(Nd4j.empty(DataType.FLOAT)))
        .extracting("kind")
        .isEqualTo(Message.NO_ROWS);
  }

  @Test
  void slicesAndSelectionsSeeTheRightRows() {
    Dataset data = Dataset.of("d", ROWS);
    assertThat(data.slice(1, 3).toArray()).isDeepEqualTo(new float[][] {ROWS[1], ROWS[2]});
    assertThat(data.slice(1, 4).slice(1, 2).toArray()).isDeepEqualTo(new float[][] {ROWS[2]});
    Dataset selection = data.slice(1, 4).select(new int[] {2, 0, 2});
    assertThat(selection.toArray()).isDeepEqualTo(new float[][] {ROWS[3], ROWS[1], ROWS[3]});
    assertThat(selection.slice(1, 3).toArray()).isDeepEqualTo(new float[][] {ROWS[1], ROWS[3]});
    assertThat(selection.select(new int[] {1}).toArray()).isDeepEqualTo(new float[][] {ROWS[1]});
    assertThat(data.slice(1, 3).name()).isEqualTo("d (rows 1 to 2)");
    assertThat(data.slice(1, 3).slice(0, 2).name()).isEqualTo("d (rows 1 to 2)");
    assertThat(selection.name()).isEqualTo("d (rows 1 to 3) (3 selected rows)");
  }

  @Test
  void slicesOfAnyImplementationWork() {
    Dataset data = new Squares();
    assertThat(data.slice(2, 5).toArray()).isDeepEqualTo(new float[][] {{4}, {9}, {16}});
    assertThat(data.slice(2, 5).slice(1, 3).toArray()).isDeepEqualTo(new float[][] {{9}, {16}});
    assertThat(data.knownWithin(0, 1)).isFalse();
    float[] destination = new float[2];
    data.read(new int[] {7, 3, 9}, 1, 2, destination);
    assertThat(destination).containsExactly(9, 81);
  }

  @Test
  void refusesEmptyOrImpossibleViews() {
    Dataset data = Dataset.of(ROWS);
    assertThatThrownBy(() -> data.slice(2, 2)).extracting("kind").isEqualTo(Message.NO_ROWS);
    assertThatThrownBy(() -> data.select(new int[0])).extracting("kind").isEqualTo(Message.NO_ROWS);
    assertThatThrownBy(() -> data.slice(2, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> data.slice(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> data.select(new int[] {4}))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new Squares().slice(9, 11))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void splitsEveryRowIntoOneOfTwoParts() {
    Dataset data = new Squares();
    Dataset.Split split = data.split(0.7, 42);
    assertThat(split.first().size()).isEqualTo(7);
    assertThat(split.second().size()).isEqualTo(3);
    float[] first = column(split.first());
    float[] second = column(split.second());
    assertThat(first).isSorted();
    assertThat(second).isSorted();
    float[] both = Arrays.copyOf(first, 10);
    System.arraycopy(second, 0, both, 7, 3);
    assertThat(both).containsExactlyInAnyOrder(0, 1, 4, 9, 16, 25, 36, 49, 64, 81);
  }

  @Test
  void splitsTheSameWayForTheSameSeedAlone() {
    Dataset data = new Squares();
    assertThat(column(data.split(0.5, 7).first())).isEqualTo(column(data.split(0.5, 7).first()));
    long differentSplits =
        IntStream.range(0, 50)
            .mapToObj(seed -> Arrays.toString(column(data.split(0.5, seed).first())))
            .distinct()
            .count();
    assertThat(differentSplits).isGreaterThan(40);
    // Pins the documented algorithm: other versions of Venturi must cut the same data alike.
    assertThat(Shuffle.permutation(10, 42)).containsExactly(3, 4, 7, 0, 8, 5, 9, 2, 6, 1);
  }

  @Test
  void refusesSplitsWithAnEmptyPart() {
    Dataset data = Dataset.of("d", ROWS);
    assertThatThrownBy(() -> data.split(0.1, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-209] A split of d at 0.1 is not possible: one part of its 4 rows would be empty.");
    for (double fraction : new double[] {0, 1, -0.5, 2, Double.NaN}) {
      assertThatThrownBy(() -> data.split(fraction, 1))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-209] A split of d at %s is not possible: the fraction must lie between 0 and 1.",
              fraction);
    }
  }

  private static float[] column(Dataset data) {
    float[] values = new float[data.size()];
    for (int i = 0; i < values.length; i++) {
      data.read(i, values, i);
    }
    return values;
  }

  /** A dataset as somebody else would write it: the ten first squares. */
  private static final class Squares implements Dataset {

    @Override
    public String name() {
      return "squares";
    }

    @Override
    public int size() {
      return 10;
    }

    @Override
    public int[] shape() {
      return new int[] {1};
    }

    @Override
    public int width() {
      return 1;
    }

    @Override
    public void read(int row, float[] destination, int offset) {
      destination[offset] = row * row;
    }
  }
}
