package io.venturi.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.data.ImageFolder;
import io.venturi.data.ImageFolder.Colour;
import io.venturi.error.DataException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoredFolderTest {

  private static final ImageShape GREY = new ImageShape(4, 4, 1);

  /** Takes squares of 4 x 4 grey pixels, and makes them twice as bright. */
  private static final FakeCodec TWICE =
      new FakeCodec(
          16,
          row -> {
            float[] twice = new float[row.length];
            for (int i = 0; i < row.length; i++) {
              twice[i] = 2 * row[i];
            }
            return twice;
          });

  private final Restoration restoration = new Restoration();

  @TempDir Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void folders() throws IOException {
    in = Files.createDirectory(folder.resolve("in"));
    out = folder.resolve("a").resolve("out");
  }

  private Path image(String name, ImageShape shape, float value) throws IOException {
    float[] values = new float[shape.height() * shape.width() * shape.channels()];
    Arrays.fill(values, value);
    Path file = in.resolve(name);
    Files.write(file, ImageBytes.of(values, shape, file));
    return file;
  }

  private static float[] read(Path file) {
    return ImageFolder.readFile(file, 4, 4, Colour.GREY).toArray()[0];
  }

  @Test
  void restoresImagesUnderTheirNamesInTheirFormats() throws IOException {
    image("b.PNG", GREY, 0.2f);
    image("a.png", GREY, 0.7f);
    image("a.jpg", GREY, 0.4f);
    Files.writeString(in.resolve("notes.txt"), "not an image");
    RestoredFolder result = restoration.restoreFolder(TWICE, in, out);
    assertThat(result.failures()).isEmpty();
    assertThat(result.restored())
        .containsExactly(out.resolve("a.jpg"), out.resolve("a.png"), out.resolve("b.PNG"));
    assertThat(out).isDirectoryNotContaining("glob:**notes.txt");
    assertThat(Files.readAllBytes(out.resolve("a.jpg"))).startsWith(0xff, 0xd8, 0xff);
    assertThat(Files.readAllBytes(out.resolve("a.png"))).startsWith(0x89, 'P', 'N', 'G');
    // Clipped, rounded to a byte.
    assertThat(read(out.resolve("a.png"))).containsOnly(1);
    assertThat(read(out.resolve("b.PNG"))).containsOnly(102 / 255f);
    assertThat(read(out.resolve("a.jpg"))[0]).isCloseTo(0.8f, within(0.01f));
    assertThat(restoration.restoreFolder(TWICE, in, out)).isEqualTo(result);
  }

  @Test
  void namesBrokenImagesAndThoseOfAnotherSizeAndRestoresTheOthers() throws IOException {
    Path other = image("a.png", new ImageShape(4, 5, 1), 0.2f);
    Path broken = image("b.png", GREY, 0.2f);
    Files.write(broken, Arrays.copyOf(Files.readAllBytes(broken), 40));
    image("c.png", GREY, 0.2f);
    Path flood = image("d.png", new ImageShape(600, 600, 1), 0.2f);
    Path link = Files.createSymbolicLink(in.resolve("e.png"), folder.resolve("nowhere.png"));
    RestoredFolder result = restoration.restoreFolder(TWICE, in, out);
    assertThat(result.restored()).containsExactly(out.resolve("c.png"));
    assertThat(result.failures())
        .containsExactly(
            new Failure(
                other,
                "[AE-302] "
                    + other
                    + " is 4 pixels high and 5 wide where 4 x 4 were expected: scale it to that"
                    + " size, or take it out of the folder."),
            new Failure(
                broken,
                "[AE-228] "
                    + broken
                    + " cannot be read as an image: it is cut short at byte 40. Replace it, or"
                    + " take it out of the folder."),
            new Failure(
                flood,
                "[AE-302] "
                    + flood
                    + " is 600 pixels high and 600 wide where 4 x 4 were expected: scale it to that"
                    + " size, or take it out of the folder."),
            new Failure(link, "[AE-205] " + link + " is not a readable file: check the path."));
    assertThat(out).isDirectoryContaining("glob:**c.png").isDirectoryNotContaining("glob:**a.png");
  }

  @Test
  void threeChannelsThatDoNotDifferAreGrey() throws IOException {
    image("a.png", new ImageShape(4, 4, 3), 0.4f);
    image("b.jpg", new ImageShape(4, 4, 3), 0.4f);
    assertThat(restoration.restoreFolder(TWICE, in, out).failures()).isEmpty();
    assertThat(read(out.resolve("a.png"))).containsOnly(0.8f);
  }

  /** Red in its first pixel, 0.2 elsewhere. */
  private Path colourful(String name) throws IOException {
    float[] values = new float[48];
    Arrays.fill(values, 0.2f);
    values[0] = 0.4f;
    Path file = in.resolve(name);
    Files.write(file, ImageBytes.of(values, new ImageShape(4, 4, 3), file));
    return file;
  }

  @Test
  void coloursAreNotLostUnsaid() throws IOException {
    Path colours = colourful("a.png");
    image("b.png", GREY, 0.2f);
    for (int[] shape : new int[][] {{}, {4, 4}}) {
      RestoredFolder result = restoration.restoreFolder(TWICE, in, out, shape);
      assertThat(result.restored()).containsExactly(out.resolve("b.png"));
      assertThat(result.failures())
          .containsExactly(
              new Failure(
                  colours,
                  "[AE-429] "
                      + colours
                      + " has colours, and FakeCodec takes images of one channel: say the size as"
                      + " 4, 4, 3 to have each channel restored as an image of its own, or as 4, 4,"
                      + " 1 to have it made grey."));
    }
  }

  @Test
  void coloursAreRestoredChannelByChannelOrMadeGreyIfThatIsSaid() throws IOException {
    colourful("a.png");
    image("b.png", GREY, 0.2f);
    assertThat(restoration.restoreFolder(TWICE, in, out, 4, 4, 3).failures()).isEmpty();
    float[] restored = ImageFolder.readFile(out.resolve("a.png"), 4, 4, Colour.RGB).toArray()[0];
    assertThat(restored[0]).isEqualTo(0.8f);
    assertThat(Arrays.copyOfRange(restored, 1, 48)).containsOnly(0.4f);
    assertThat(read(out.resolve("b.png"))).containsOnly(0.4f);
    assertThat(restoration.restoreFolder(TWICE, in, out, 4, 4, 1).failures()).isEmpty();
    restored = ImageFolder.readFile(out.resolve("a.png"), 4, 4, Colour.RGB).toArray()[0];
    // 0.299 of the red.
    assertThat(restored[0]).isEqualTo(restored[1]).isCloseTo(0.52f, within(0.01f));
    assertThat(restored[3]).isEqualTo(0.4f);
  }

  @Test
  void transparencyIsLeftOut() throws IOException {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 16; i++) {
      image.setRGB(i % 4, i / 4, 0x33666666);
    }
    ImageIO.write(image, "png", in.resolve("a.png").toFile());
    restoration.restoreFolder(TWICE, in, out);
    assertThat(ImageIO.read(out.resolve("a.png").toFile()).getColorModel().hasAlpha()).isFalse();
    assertThat(read(out.resolve("a.png"))).containsOnly(0.8f);
  }

  @Test
  void coloursAndSizesThatAreSaid() throws IOException {
    image("a.png", new ImageShape(2, 8, 1), 0.2f);
    restoration.restoreFolder(TWICE, in, out, 2, 8, 1);
    assertThat(ImageFolder.readFile(out.resolve("a.png"), 2, 8, Colour.GREY).toArray()[0])
        .containsOnly(0.4f);
    Files.delete(in.resolve("a.png"));
    image("b.png", new ImageShape(2, 2, 3), 0.2f);
    FakeCodec red = new FakeCodec(12, row -> new float[] {1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1});
    restoration.restoreFolder(red, in, out);
    Dataset restored = ImageFolder.readFile(out.resolve("b.png"), 2, 2, Colour.RGB);
    assertThat(restored.toArray()[0]).containsExactly(1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
  }

  @Test
  void refusesSizesThatNobodyKnowsOrThatDoNotFit() throws IOException {
    image("a.png", GREY, 0.2f);
    FakeCodec odd = new FakeCodec(15, float[]::clone);
    assertThatThrownBy(() -> restoration.restoreFolder(odd, in, out))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-434] Rows of 15 values, as FakeCodec takes, may be images of several sizes: say"
                + " which, as height, width and channels.");
    for (int[] shape : new int[][] {{4, 4, 1}, {-3, -5, 1}, {15}, {3, 5, 2}, {5, 1, 3, 1}}) {
      assertThatThrownBy(() -> restoration.restoreFolder(odd, in, out, shape))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-435] Images of the size %s do not go with FakeCodec, which takes 15 values: give"
                  + " height, width and channels, 1 or 3, whose product that is.",
              Arrays.toString(shape));
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void neverWritesOverWhatItReads() throws IOException {
    Path image = image("a.png", GREY, 0.2f);
    byte[] before = Files.readAllBytes(image);
    Path link = Files.createSymbolicLink(folder.resolve("link"), in);
    for (Path same : new Path[] {in, link, in.resolve("..").resolve("in")}) {
      assertThatThrownBy(() -> restoration.restoreFolder(TWICE, in, same))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-436] %s is where an image is read from, and is not overwritten: name another"
                  + " place.",
              same);
    }
    assertThatThrownBy(() -> restoration.restoreFile(TWICE, image, link.resolve("a.png")))
        .hasMessageStartingWith("[AE-436] ");
    assertThat(image).hasBinaryContent(before);
  }

  @Test
  void neverWritesOverWhatALinkAmongTheImagesLeadsTo() throws IOException {
    image("a.png", GREY, 0.2f);
    image("c.png", GREY, 0.2f);
    Files.createDirectories(out);
    Path original = Files.copy(in.resolve("c.png"), out.resolve("a.png"));
    byte[] before = Files.readAllBytes(original);
    Files.createSymbolicLink(in.resolve("b.png"), original);
    RestoredFolder result = restoration.restoreFolder(TWICE, in, out);
    assertThat(result.restored()).containsExactly(out.resolve("b.png"), out.resolve("c.png"));
    assertThat(result.failures()).extracting(Failure::file).containsExactly(in.resolve("a.png"));
    assertThat(result.failures().get(0).reason()).startsWith("[AE-436] ").contains("a.png");
    assertThat(original).hasBinaryContent(before);
    // One that lies in the folder to be written is replaced, not followed.
    Path elsewhere = Files.copy(original, folder.resolve("elsewhere.png"));
    Files.delete(out.resolve("c.png"));
    Files.createSymbolicLink(out.resolve("c.png"), elsewhere);
    restoration.restoreFolder(TWICE, in, out);
    assertThat(elsewhere).hasBinaryContent(before);
  }

  @Test
  void refusesFoldersWithoutImages() {
    assertThatThrownBy(() -> restoration.restoreFolder(TWICE, in, out))
        .isInstanceOf(DataException.class)
        .hasMessage("[AE-200] the folder of images %s has no rows: give it at least one.", in);
    assertThatThrownBy(() -> restoration.restoreFolder(TWICE, in.resolve("x"), out))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-216] " + in.resolve("x"));
    assertThat(out).doesNotExist();
  }

  @Test
  void refusesAFolderOfWhichNothingCanBeRestored() throws IOException {
    Path image = image("a.png", new ImageShape(5, 5, 1), 0.2f);
    assertThatThrownBy(() -> restoration.restoreFolder(TWICE, in, out))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-437] None of the 1 images of %s could be restored by FakeCodec. The first: [AE-302]"
                + " %s is 5 pixels high and 5 wide where 4 x 4 were expected: scale it to that size,"
                + " or take it out of the folder.",
            in, image);
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws IOException {
    Path image = image("a.png", GREY, 0.2f);
    assertThatThrownBy(() -> restoration.restoreFolder(TWICE, in, image))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "[AE-438] %s cannot be written: there is a file %s. ", image, image);
    Files.createDirectories(out.resolve("a.png"));
    assertThatThrownBy(() -> restoration.restoreFolder(TWICE, in, out))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-438] %s cannot be written: it is a folder. A file of that name, if any, is as"
                + " before, and images before it are restored. Mend that and run it again.",
            out.resolve("a.png"));
  }

  @Test
  void restoresOneFile() throws IOException {
    Path image = image("a.png", GREY, 0.2f);
    restoration.restoreFile(TWICE, image, folder.resolve("b.png"));
    assertThat(read(folder.resolve("b.png"))).containsOnly(0.4f);
    assertThatThrownBy(
            () ->
                restoration.restoreFile(
                    new FakeCodec(16, row -> new float[] {Float.NaN}),
                    image,
                    folder.resolve("c.png")))
        .hasMessageStartingWith("[AE-433] FakeCodec makes NaN of row 0 of " + image);
    assertThat(folder.resolve("c.png")).doesNotExist();
  }
}
