package io.venturi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.data.ImageFolder.Colour;
import io.venturi.data.ImageFolder.Options;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {

  private static final Options GREY = Options.sameSize(Colour.GREY);
  private static final Options RGB = Options.sameSize(Colour.RGB);

  @TempDir Path folder;

  @Test
  void readsGreyPngInTheOrderOfNames() throws IOException {
    write("b.png", "png", grey(2, 3, 10, 20, 30, 40, 50, 255));
    write("a.PNG", "png", grey(2, 3, 0, 1, 2, 3, 4, 128));
    write("c.txt", "png", grey(1, 1, 9));
    Files.createDirectory(folder.resolve("d.png"));
    ImageFolder.Images images = ImageFolder.read(folder, GREY);
    assertThat(images.files()).containsExactly("a.PNG", "b.png");
    assertThat(images.data().shape()).containsExactly(2, 3, 1);
    assertThat(images.data().knownWithin(0, 1)).isTrue();
    assertThat(images.data().name()).isEqualTo(folder.toString());
    assertThat(bytes(images.data()))
        .isDeepEqualTo(new int[][] {{0, 1, 2, 3, 4, 128}, {10, 20, 30, 40, 50, 255}});
    images = ImageFolder.read(folder, RGB);
    assertThat(images.data().shape()).containsExactly(2, 3, 3);
    assertThat(Arrays.copyOf(bytes(images.data())[1], 6)).containsExactly(10, 10, 10, 20, 20, 20);
  }

  @Test
  void readsColours() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xff8001);
    image.setRGB(1, 0, 0x0000ff);
    write("a.png", "png", image);
    assertThat(bytes(ImageFolder.read(folder, RGB).data())[0])
        .containsExactly(255, 128, 1, 0, 0, 255);
    assertThat(bytes(ImageFolder.read(folder, GREY).data())[0]).containsExactly(151, 29);
  }

  @Test
  void readsSixteenBitsPalettesAndTransparency() throws IOException {
    BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setPixel(0, 0, new int[] {0x1234});
    deep.getRaster().setPixel(1, 0, new int[] {0xffff});
    write("a.png", "png", deep);
    BufferedImage binary = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
    binary.setRGB(1, 0, 0xffffff);
    write("b.png", "png", binary);
    BufferedImage transparent = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    transparent.setRGB(0, 0, 0x01646464);
    transparent.setRGB(1, 0, 0xff00ff00);
    write("c.png", "png", transparent);
    assertThat(bytes(ImageFolder.read(folder, GREY).data()))
        .isDeepEqualTo(new int[][] {{0x12, 255}, {0, 255}, {100, 150}});
  }

  @Test
  void readsJpeg() throws IOException {
    int[] pixels = new int[16 * 16];
    Arrays.fill(pixels, 77);
    write("a.jpg", "jpeg", grey(16, 16, pixels));
    BufferedImage colour = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      colour.setRGB(i % 16, i / 16, 0x4d4d4d);
    }
    write("b.jpeg", "jpeg", colour);
    for (int[] row : bytes(ImageFolder.read(folder, GREY).data())) {
      assertThat(row).hasSize(256).containsOnly(77);
    }
  }

  @Test
  void scales() throws IOException {
    write("a.png", "png", grey(1, 2, 0, 100));
    write("b.png", "png", grey(2, 4, 0, 10, 20, 30, 100, 110, 120, 130));
    int[][] larger = bytes(ImageFolder.read(folder, Options.scaled(1, 4, Colour.GREY)).data());
    // The centres of the new pixels lie at -0.25, 0.25, 0.75 and 1.25 of the old.
    assertThat(larger[0]).containsExactly(0, 25, 75, 100);
    assertThat(larger[1]).containsExactly(50, 60, 70, 80);
    int[][] one = bytes(ImageFolder.read(folder, Options.scaled(1, 1, Colour.RGB)).data());
    assertThat(one).isDeepEqualTo(new int[][] {{50, 50, 50}, {65, 65, 65}});
    int[][] same = bytes(ImageFolder.read(folder, Options.scaled(2, 4, Colour.GREY)).data());
    assertThat(same[1]).containsExactly(0, 10, 20, 30, 100, 110, 120, 130);
    assertThat(same[0]).containsExactly(0, 25, 75, 100, 0, 25, 75, 100);
  }

  @Test
  void refusesSeveralSizes() throws IOException {
    write("a.png", "png", grey(2, 3, new int[6]));
    write("b.png", "png", grey(3, 2, new int[6]));
    assertThatThrownBy(() -> ImageFolder.read(folder, GREY))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-229] %s is 3 pixels high and 2 wide, but the images before it are 2 high and 3"
                + " wide: set the height and width that all are scaled to.",
            folder.resolve("b.png"));
  }

  @Test
  void readsOneFileOfAKnownSize() throws IOException {
    write("b.png", "png", grey(2, 3, 10, 20, 30, 40, 50, 255));
    write("a.png", "png", grey(3, 2, new int[6]));
    Path file = folder.resolve("b.png");
    assertThat(ImageFolder.files(folder)).containsExactly(folder.resolve("a.png"), file);
    Dataset image = ImageFolder.readFile(file, 2, 3, Colour.GREY);
    assertThat(image.shape()).containsExactly(2, 3, 1);
    assertThat(bytes(image)).isDeepEqualTo(new int[][] {{10, 20, 30, 40, 50, 255}});
    assertThat(ImageFolder.readFile(file, 2, 3, Colour.RGB).width()).isEqualTo(18);
    assertThatThrownBy(() -> ImageFolder.readFile(file, 3, 2, Colour.GREY))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-302] %s is 2 pixels high and 3 wide where 3 x 2 were expected: scale it to that"
                + " size, or take it out of the folder.",
            file);
    assertThatThrownBy(() -> ImageFolder.readFile(file, 0, 3, Colour.GREY))
        .hasMessage("[AE-230] the size of images is 0 x 3, but must be positive.");
  }

  @Test
  void refusesPngCutShortAnywhereOrWithAnyBitFlipped() throws IOException {
    byte[] whole = encode("png", grey(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    Path file = folder.resolve("a.png");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      String what =
          length == 0
              ? "it is empty"
              : length < 8
                  ? "it starts neither as PNG nor as JPEG does"
                  : "it is cut short at byte " + length;
      assertThatThrownBy(() -> ImageFolder.read(folder, GREY))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-228] %s cannot be read as an image: %s. Replace it, or take it out of the"
                  + " folder.",
              file, what);
    }
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      assertThatThrownBy(() -> ImageFolder.read(folder, GREY))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("[AE-228] " + file);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertThatThrownBy(() -> ImageFolder.read(folder, GREY))
        .hasMessageContaining("more follows its end at byte " + whole.length);
  }

  @Test
  void refusesJpegCutShort() throws IOException {
    int[] pixels = new int[32 * 32];
    Arrays.setAll(pixels, i -> i * 37 & 0xff);
    byte[] whole = encode("jpeg", grey(32, 32, pixels));
    // Without the two bytes of its end mark alone every pixel is there, which is refused as well.
    for (int length = 0; length < whole.length; length += 1 + length / 64) {
      Files.write(folder.resolve("a.jpg"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ImageFolder.read(folder, GREY))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("[AE-228] " + folder.resolve("a.jpg"));
    }
  }

  @Test
  void refusesFloodsOfPixelsBeforeItDecodes() throws IOException {
    for (int[] size : new int[][] {{60_000, 60_000}, {Integer.MAX_VALUE, 1}, {1 << 25, 2}}) {
      byte[] header =
          ByteBuffer.allocate(13).putInt(size[1]).putInt(size[0]).putInt(0x08000000).array();
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      png.write(ByteBuffer.allocate(8).putLong(0x89504e470d0a1a0aL).array());
      png.write(chunk("IHDR", header));
      png.write(chunk("IDAT", new byte[0]));
      png.write(chunk("IEND", new byte[0]));
      Files.write(folder.resolve("a.png"), png.toByteArray());
      assertThatThrownBy(() -> ImageFolder.read(folder, GREY))
          .isInstanceOf(DataException.class)
          .hasMessageContaining(
              "it has " + size[0] + " x " + size[1] + " pixels, more than 33554432");
    }
    write("a.png", "png", grey(1, 1, 5));
    write("b.png", "png", grey(1, 1, 5));
    assertThatThrownBy(() -> ImageFolder.read(folder, Options.scaled(40_000, 40_000, Colour.GREY)))
        .extracting("kind")
        .isEqualTo(Message.TOO_MANY_VALUES);
  }

  @Test
  void refusesOtherFilesAndFolders() throws IOException {
    assertThatThrownBy(() -> ImageFolder.read(folder, GREY))
        .hasMessage("[AE-200] the folder of images %s has no rows: give it at least one.", folder);
    Path file = Files.writeString(folder.resolve("a.jpg"), "GIF89a and so on");
    assertThatThrownBy(() -> ImageFolder.read(folder, GREY))
        .hasMessageContaining("it starts neither as PNG nor as JPEG does");
    for (Path path : new Path[] {file, folder.resolve("missing")}) {
      assertThatThrownBy(() -> ImageFolder.read(path, GREY))
          .isInstanceOf(DataException.class)
          .extracting("kind")
          .isEqualTo(Message.READ_FAILED);
    }
    assertThatThrownBy(() -> new Options(3, 0, Colour.GREY))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-230] the size of images is ");
    assertThatThrownBy(() -> Options.scaled(0, 0, Colour.GREY))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-230] the size of images is ");
  }

  private static int[][] bytes(Dataset data) {
    float[][] rows = data.toArray();
    int[][] bytes = new int[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      bytes[i] = new int[rows[i].length];
      for (int j = 0; j < rows[i].length; j++) {
        bytes[i][j] = Math.round(rows[i][j] * 255);
      }
    }
    return bytes;
  }

  private static BufferedImage grey(int height, int width, int... pixels) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, width, height, pixels);
    return image;
  }

  private void write(String name, String format, BufferedImage image) throws IOException {
    Files.write(folder.resolve(name), encode(format, image));
  }

  private static byte[] encode(String format, BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      assertThat(ImageIO.write(image, format, bytes)).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), 4, 4 + content.length);
    return chunk.putInt((int) checksum.getValue()).array();
  }
}
