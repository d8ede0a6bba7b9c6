package io.venturi.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DataChecksTest {

  @Test
  void acceptsFiniteValues() {
    Dataset data =
        Dataset.of(new float[][] {{-Float.MAX_VALUE, 0}, {Float.MIN_VALUE, Float.MAX_VALUE}});
    assertThatCode(() -> DataChecks.requireFinite(data)).doesNotThrowAnyException();
    assertThatCode(() -> DataChecks.requireWithin(data, Double.NEGATIVE_INFINITY, 1e300, "Loss"))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheFirstValueThatIsNotFinite() {
    float[] values = new float[70_000];
    values[50_003] = Float.NaN;
    values[60_000] = Float.POSITIVE_INFINITY;
    Dataset data = Dataset.ofFlat(values, 7);
    assertThatThrownBy(() -> DataChecks.requireFinite(data))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-202] Row 7143 of the data, feature 2 is NaN: remove such rows or fill in the"
                + " value; for those that are missing there is @MissingValues.");
    assertThatThrownBy(() -> DataChecks.requireFinite(data.slice(8_000, 10_000)))
        .hasMessage(
            "[AE-202] Row 571 of the data (rows 8000 to 9999), feature 3 is Infinity: remove such"
                + " rows or fill in the value; for those that are missing there is @MissingValues.");
  }

  @Test
  void findsOneBadValueAnywhere() {
    // Widths around the size of a block, and the last value of the last, shorter block.
    for (int width : new int[] {1, 30, 784, 16_383, 16_384, 16_385}) {
      int size = 3 * 16_384 / width + 2;
      for (int bad : new int[] {0, width * size / 2, width * size - 1}) {
        float[] values = new float[width * size];
        Arrays.fill(values, 0.5f);
        values[bad] = Float.NEGATIVE_INFINITY;
        assertThatThrownBy(() -> DataChecks.requireFinite(Dataset.ofFlat(values, width)))
            .hasMessageContaining(
                "Row %d of the data, feature %d is -Infinity", bad / width, bad % width);
      }
    }
  }

  @Test
  void namesTheLossThatAsksForAnInterval() {
    Dataset data = Dataset.of("scans", new float[][] {{0, 1}, {0.5f, 1.5f}});
    assertThatThrownBy(() -> DataChecks.requireWithin(data, 0, 1, "BinaryCrossEntropy"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-203] Row 1 of scans, feature 1 is 1.5, outside [0.0, 1.0] which"
                + " @BinaryCrossEntropy asks of its data: scale the data, or choose another loss.");
    assertThatThrownBy(() -> DataChecks.requireWithin(data, 0.25, 2, "Loss"))
        .hasMessageContaining("Row 0 of scans, feature 0 is 0.0, outside [0.25, 2.0]");
    assertThatCode(() -> DataChecks.requireWithin(data, 0, 1.5, "Loss")).doesNotThrowAnyException();
  }

  @Test
  void aValueThatIsNotFiniteIsOutsideEveryInterval() {
    Dataset data = Dataset.of(new float[][] {{0, Float.NaN}});
    assertThatThrownBy(() -> DataChecks.requireWithin(data, 0, 1, "Loss"))
        .extracting("kind")
        .isEqualTo(Message.NOT_FINITE);
  }

  @Test
  void endsAreRoundedAsTheDataIs() {
    Dataset data = Dataset.of(new float[][] {{0.1f, 0.3f}});
    assertThatCode(() -> DataChecks.requireWithin(data, 0.1, 0.3, "Loss"))
        .doesNotThrowAnyException();
  }

  @Test
  void doesNotReadWhatIsKnown() {
    Dataset bytes = new ByteDataset("b", new byte[] {0, -1}, new int[] {2}, 0, 1);
    assertThatCode(() -> DataChecks.requireWithin(new Unreadable(bytes), 0, 1, "Loss"))
        .doesNotThrowAnyException();
    assertThatCode(() -> DataChecks.requireFinite(new Unreadable(bytes)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> DataChecks.requireWithin(new Unreadable(bytes), 0.1, 1, "Loss"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> DataChecks.requireWithin(bytes, 0, 0.5, "Loss"))
        .extracting("kind")
        .isEqualTo(Message.OUT_OF_RANGE);
  }

  @Test
  void refusesRowsOfAnotherWidth() {
    Dataset data = Dataset.of("scans", new float[3][30]);
    assertThatCode(() -> DataChecks.requireWidth(data, 30, "Scans")).doesNotThrowAnyException();
    assertThatThrownBy(() -> DataChecks.requireWidth(data, 784, "FashionAutoencoder"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-204] scans has rows of 30 values, but FashionAutoencoder takes 784: check the"
                + " spec's input and the data.");
    assertThatThrownBy(() -> DataChecks.requireWidth(data, "the validation data", 784, "Scans"))
        .hasMessageContaining("the validation data has rows of 30 values, but Scans takes 784");
    assertThatThrownBy(() -> DataChecks.requireWithin(data, "the validation data", 1, 2, "Loss"))
        .hasMessageContaining("Row 0 of the validation data, feature 0 is 0.0, outside");
  }

  /** Knows what another dataset knows, and must not be read. */
  private record Unreadable(Dataset base) implements Dataset {

    @Override
    public String name() {
      return base.name();
    }

    @Override
    public int size() {
      return base.size();
    }

    @Override
    public int[] shape() {
      return base.shape();
    }

    @Override
    public int width() {
      return base.width();
    }

    @Override
    public void read(int row, float[] destination, int offset) {
      throw new AssertionError("read");
    }

    @Override
    public boolean knownWithin(double min, double max) {
      return base.knownWithin(min, max);
    }
  }
}
