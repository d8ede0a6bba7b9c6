package io.venturi.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.ModelFileException;
import io.venturi.model.Codec;
import io.venturi.runtime.Venturi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressionTest {

  private static final Codec CODEC = new BlockMeans(1);
  private static final float[][] ROWS = BlockMeans.images(300);

  @TempDir private Path folder;

  private final Compression compression = Venturi.create().application(Compression.class);

  @Test
  void whatComesBackIsTheCodecsReconstructionUpToHalfAStep() {
    Path path = folder.resolve("rows.vc");
    compression.compress(CODEC, ROWS, Quantisation.bits(8), path);

    float[][] back = compression.decompress(path, CODEC);

    float[][] codes = CODEC.encode(ROWS);
    CodeStatistics statistics = CodeStatistics.of(CODEC, codes);
    float[][] exact = CODEC.reconstruct(ROWS);
    double widest = 0;
    for (int j = 0; j < 9; j++) {
      widest = Math.max(widest, statistics.highest()[j] - statistics.lowest()[j]);
      assertThat(statistics.response()[j]).isCloseTo(16, within(1e-3));
    }
    for (int i = 0; i < ROWS.length; i++) {
      for (int p = 0; p < ROWS[i].length; p++) {
        assertThat((double) back[i][p]).isCloseTo(exact[i][p], within(widest / 255 / 2 * 1.001));
      }
    }
  }

  @Test
  void aFileSaysWhatItIs() throws IOException {
    Path path = folder.resolve("rows.vc");
    Dataset rows = Dataset.ofFlat(flat(ROWS), 12, 12, 1);

    CompressedFile file = compression.compress(CODEC, rows, Quantisation.bits(4.5), path);

    assertThat(file).usingRecursiveComparison().isEqualTo(compression.describe(path));
    assertThat(file.bytes()).isEqualTo(Files.size(path));
    assertThat(file.rows()).isEqualTo(300);
    assertThat(file.shape()).containsExactly(12, 12, 1);
    assertThat(file.fingerprint()).isEqualTo(CODEC.fingerprint());
    assertThat(file.codeSize()).isEqualTo(9);
    assertThat(file.coded()).isEqualTo(9);
    assertThat(file.bits()).isEqualTo(4.5);
    assertThat(file.bitsPerValue()).isCloseTo(8.0 * Files.size(path) / 300 / 144, within(1e-12));
    assertThat(file.bytesPerRow()).isCloseTo(Files.size(path) / 300.0, within(1e-12));
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    compression.compress(CODEC, ROWS, Quantisation.bits(5), folder.resolve("a"));
    compression.compress(CODEC, ROWS, Quantisation.bits(5), folder.resolve("b"));
    assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
  }

  @Test
  void aRowAloneIsAFileToo() {
    Path path = folder.resolve("row");
    float[][] row = {ROWS[0]};
    CompressedFile file = compression.compress(CODEC, row, Quantisation.bits(5), path);
    assertThat(file.coded()).isZero();
    assertThat(compression.decompress(path, CODEC)[0]).containsExactly(CODEC.reconstruct(row)[0]);
  }

  @Test
  void moreBitsAreMoreBytesAndBetterImages() {
    Dataset images = Dataset.ofFlat(flat(ROWS), 12, 12);
    RateCurve curve = compression.curve("blocks", CODEC, images, 2, 4, 6, 8);
    for (int i = 1; i < 4; i++) {
      assertThat(curve.points().get(i).bytes()).isGreaterThan(curve.points().get(i - 1).bytes());
      assertThat(curve.points().get(i).psnr()).isGreaterThan(curve.points().get(i - 1).psnr());
    }
    RatePoint four = curve.points().get(1);
    RatePoint found = compression.reaching(four.psnr(), CODEC, images).orElseThrow();
    assertThat(found.psnr()).isGreaterThanOrEqualTo(four.psnr());
    assertThat((double) found.bytes()).isLessThanOrEqualTo(1.02 * four.bytes());
    assertThat(compression.reaching(60, CODEC, images)).isEmpty();
  }

  @Test
  void refusesBitsOutOfRange() {
    for (double bits : new double[] {0.5, 8.5, -1, Double.NaN}) {
      assertThatThrownBy(() -> Quantisation.bits(bits))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-460] Codes cannot be quantised to " + bits + " bits: give 1 to 8, such as 5.");
    }
  }

  @Test
  void refusesNoRowsAndRowsOfAnotherWidth() {
    Path path = folder.resolve("rows");
    assertThatThrownBy(
            () -> compression.compress(CODEC, new float[0][], Quantisation.bits(5), path))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the rows");
    assertThatThrownBy(
            () -> compression.compress(CODEC, new float[2][7], Quantisation.bits(5), path))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the rows")
        .hasMessageContaining("7")
        .hasMessageContaining("144");
    assertThat(path).doesNotExist();
  }

  @Test
  void refusesCodesThatAreNotFinite() {
    Codec broken = new BlockMeans(Float.POSITIVE_INFINITY);
    assertThatThrownBy(
            () -> compression.compress(broken, ROWS, Quantisation.bits(5), folder.resolve("rows")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-461] Number 0 of the code of row 0 of the rows is Infinity, which cannot be"
                + " quantised: scale the rows, or train the model anew.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesCodesThatAreAllAlike() {
    float[][] same = new float[10_000][];
    Arrays.fill(same, ROWS[0]);
    assertThatThrownBy(
            () -> compression.compress(CODEC, same, Quantisation.bits(5), folder.resolve("rows")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-462] The codes of the 10000 rows of the rows hardly differ, so a file of them"
                + " would be worth nothing: check whether the model has learned anything.");
  }

  @Test
  void anotherModelIsRefusedByName() {
    Path path = folder.resolve("rows");
    compression.compress(CODEC, ROWS, Quantisation.bits(5), path);
    Codec other = new BlockMeans(2);
    assertThatThrownBy(() -> compression.decompress(path, other))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "[AE-466] %s was compressed with the model of fingerprint %s, but this one's is %s: it"
                    .formatted(path, CODEC.fingerprint(), other.fingerprint())
                + " would give other rows. Load the model that it was compressed with.");
    assertThatThrownBy(() -> compression.decompress(path, new First()))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "[AE-467] %s has codes of 9 numbers for rows of 144 values, but this model has 1 for 2:"
                    .formatted(path)
                + " load the model that it was compressed with.");
  }

  @Test
  void filesThatCannotBeReadOrWrittenAreNamed() {
    Path missing = folder.resolve("none").resolve("rows");
    assertThatThrownBy(() -> compression.decompress(missing, CODEC))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith("[AE-468] " + missing + " cannot be read: ");
    assertThatThrownBy(() -> compression.describe(folder))
        .hasMessage("[AE-468] " + folder + " cannot be read: it is no regular file.");
    assertThatThrownBy(() -> compression.compress(CODEC, ROWS, Quantisation.bits(5), missing))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "[AE-469] %s cannot be written: the folder %s does not exist. A file of that name is as"
                    .formatted(missing, missing.getParent())
                + " before.");
  }

  static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[i].length, rows[i].length);
    }
    return flat;
  }

  /** Of two values, the first. */
  private static final class First implements Codec {

    @Override
    public int inputs() {
      return 2;
    }

    @Override
    public int codeSize() {
      return 1;
    }

    @Override
    public float[][] encode(float[][] rows) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[][] decode(float[][] codes) {
      throw new UnsupportedOperationException();
    }
  }
}
