package io.venturi.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.application.ImageQuality;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.ModelFileException;
import io.venturi.model.Codec;
import io.venturi.runtime.Venturi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
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
        .hasMessageContaining("the data");
    assertThatThrownBy(
            () -> compression.compress(CODEC, new float[2][7], Quantisation.bits(5), path))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the data")
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
            "[AE-461] Number 0 of the code of row 0 of the data is Infinity, which cannot be"
                + " quantised: scale the rows, or train the model anew.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesCodesThatAreAllAlikeOfRowsThatAreNot() {
    Codec collapsed = new BlockMeans(0);
    assertThatThrownBy(
            () -> compression.compress(collapsed, ROWS, Quantisation.bits(5), folder.resolve("r")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-462] The 300 rows of the data differ, but their codes do not, so a file of them"
                + " would give one row for all: check whether the model has learned anything.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void rowsThatAreAllAlikeTakeAHeaderAlone() {
    Path path = folder.resolve("rows");
    float[][] same = new float[20_000][];
    Arrays.fill(same, ROWS[0]);
    CompressedFile file = compression.compress(CODEC, same, Quantisation.bits(5), path);
    assertThat(file.coded()).isZero();
    assertThat(file.bytes()).isLessThan(200);
    float[] back = CODEC.reconstruct(new float[][] {ROWS[0]})[0];
    float[][] rows = compression.decompress(path, CODEC);
    assertThat(rows).hasDimensions(20_000, 144);
    for (float[] row : rows) {
      assertThat(row).containsExactly(back, within(1e-6f));
    }
  }

  /** Of rows that are one code or another, and mostly the one, a number takes a bit for 8 rows. */
  @Test
  void rowsThatHardlyVaryAreCompressed() {
    Path path = folder.resolve("rows");
    float[][] rows = new float[50_000][];
    Arrays.fill(rows, ROWS[0]);
    rows[12_345] = ROWS[1];
    compression.compress(CODEC, rows, Quantisation.bits(1), path);
    float[][] back = compression.decompress(path, CODEC);
    assertThat(back).hasDimensions(50_000, 144);
    assertThat(back[12_345]).isNotEqualTo(back[0]);
    assertThat(back[12_346]).containsExactly(back[0]);
  }

  @Test
  void rowsCanBeTakenOneByOne() {
    float[][] many = new float[7_001][];
    Arrays.setAll(many, i -> ROWS[i % ROWS.length]);
    Path path = folder.resolve("rows");
    compression.compress(CODEC, many, Quantisation.bits(6), path);
    float[][] all = compression.decompress(path, CODEC);
    AtomicInteger most = new AtomicInteger();
    Codec watched = new WatchedBlocks(most);
    int[] next = {0};
    compression.decompress(
        path,
        watched,
        (row, values) -> {
          assertThat(row).isEqualTo(next[0]++);
          assertThat(values).containsExactly(all[row]);
        });
    assertThat(next[0]).isEqualTo(many.length);
    assertThat(most).hasValue((1 << 20) / (144 + 9)); // Rows at once.
  }

  /** The means of an image that is black or white at its edge lie beyond both, times this gain. */
  @Test
  void imagesAreMeasuredWithinTheirRange() {
    Dataset images = Dataset.ofFlat(flat(ROWS), 12, 12);
    Codec beyond = new Stretched();
    RatePoint point = compression.curve("beyond", beyond, images, 8).points().get(0);
    float[][] clipped = beyond.reconstruct(ROWS);
    for (float[] image : clipped) {
      for (int i = 0; i < image.length; i++) {
        image[i] = Math.max(0, Math.min(1, image[i]));
      }
    }
    assertThat(point.psnr()).isCloseTo(ImageQuality.psnr(ROWS, clipped), within(0.05));
    assertThat(ImageQuality.psnr(ROWS, beyond.reconstruct(ROWS))).isLessThan(point.psnr() - 0.5);
  }

  @Test
  void refusesImagesOutOfRange() {
    float[][] bytes = {ROWS[0].clone(), ROWS[1].clone()};
    bytes[1][3] = 255;
    Dataset images = Dataset.ofFlat(flat(bytes), 12, 12);
    String message =
        "[AE-471] Image 1 of %s has the value 255.0, but images are compared by values from 0 to 1:"
                .formatted(images.name())
            + " scale them, such as bytes by 1 / 255.";
    assertThatThrownBy(() -> compression.curve("blocks", CODEC, images, 5))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> compression.reaching(20, CODEC, images)).hasMessage(message);
    assertThatThrownBy(() -> ImageMosaic.of(images)).hasMessage(message);
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
        .hasMessage("[AE-468] %s cannot be read: %s does not exist.", missing, missing);
    assertThatThrownBy(() -> compression.describe(folder))
        .hasMessage("[AE-468] " + folder + " cannot be read: it is no regular file.");
    assertThatThrownBy(() -> compression.compress(CODEC, ROWS, Quantisation.bits(5), missing))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "[AE-469] %s cannot be written: the folder %s does not exist. Nothing was overwritten."
                .formatted(missing, missing.getParent()));
  }

  static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[i].length, rows[i].length);
    }
    return flat;
  }

  /** {@link #CODEC}, which keeps how many codes it has decoded at once. */
  private record WatchedBlocks(AtomicInteger most) implements Codec {

    @Override
    public int inputs() {
      return CODEC.inputs();
    }

    @Override
    public int codeSize() {
      return CODEC.codeSize();
    }

    @Override
    public String fingerprint() {
      return CODEC.fingerprint();
    }

    @Override
    public float[][] encode(float[][] rows) {
      return CODEC.encode(rows);
    }

    @Override
    public float[][] decode(float[][] codes) {
      most.accumulateAndGet(codes.length, Math::max);
      return CODEC.decode(codes);
    }
  }

  /** {@link #CODEC}, with three times the contrast. */
  private static final class Stretched implements Codec {

    @Override
    public int inputs() {
      return CODEC.inputs();
    }

    @Override
    public int codeSize() {
      return CODEC.codeSize();
    }

    @Override
    public float[][] encode(float[][] rows) {
      return CODEC.encode(rows);
    }

    @Override
    public float[][] decode(float[][] codes) {
      float[][] rows = CODEC.decode(codes);
      for (float[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          row[i] = 3 * row[i] - 1;
        }
      }
      return rows;
    }
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
