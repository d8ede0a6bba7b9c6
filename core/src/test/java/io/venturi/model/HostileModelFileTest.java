package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.venturi.annotation.Autoencoder;
import io.venturi.error.Message;
import io.venturi.error.ModelFileException;
import io.venturi.error.PluginException;
import io.venturi.runtime.Venturi;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.SmallAutoencoder_Network;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a file, reading it ends in a model or in a {@link ModelFileException}. */
class HostileModelFileTest {

  private static final Venturi VENTURI = Venturi.create();

  @TempDir Path folder;
  private Path file;
  private byte[] sound;
  private SmallAutoencoder_Network target;
  private float[] before;

  @BeforeEach
  void saveASoundFile() throws IOException {
    file = folder.resolve("model.venturi");
    SmallAutoencoder_Network network = new SmallAutoencoder_Network();
    network.parameters().initialize(1);
    Model.of(network, new Provenance(Map.of("seed", "1")), Use.PLAIN).save(file);
    sound = Files.readAllBytes(file);
    target = new SmallAutoencoder_Network();
    target.parameters().initialize(2);
    before = target.parameters().values().toArray();
  }

  /** Tries to load what is in the file now, into a network that must stay as it is. */
  private ModelFileException refusal(String what) {
    Throwable thrown = catchThrowable(() -> ModelFile.read(file).into(target));
    assertThat(thrown).as(what).isInstanceOf(ModelFileException.class);
    assertThat(target.parameters().values().toArray()).as(what).isEqualTo(before);
    assertThat(thrown).hasMessageContaining(file.toString());
    return (ModelFileException) thrown;
  }

  /** The same without the spec, where the network is made of what the file says. */
  private ModelFileException refusalWithoutSpec() {
    Throwable thrown = catchThrowable(() -> VENTURI.load(file));
    assertThat(thrown).isInstanceOf(ModelFileException.class);
    return (ModelFileException) thrown;
  }

  @Test
  void refusesAFileCutShortAnywhere() throws IOException {
    for (int length = 0; length < sound.length; length++) {
      Files.write(file, Arrays.copyOf(sound, length));
      ModelFileException e = refusal("cut to " + length);
      assertThat(e.kind()).isEqualTo(Message.MODEL_DAMAGED);
    }
  }

  @Test
  void refusesAFileWithAnyBitFlipped() throws IOException {
    byte[] bytes = sound.clone();
    for (int i = 0; i < sound.length; i++) {
      // Every bit of the header's length, and of each other byte a different two.
      for (int bit = i < 8 ? 0 : i % 4; bit < 8; bit += i < 8 ? 1 : 4) {
        bytes[i] = (byte) (sound[i] ^ (1 << bit));
        Files.write(file, bytes);
        refusal("bit " + bit + " of byte " + i);
      }
      bytes[i] = sound[i];
    }
  }

  @Test
  void refusesTrailingBytes() throws IOException {
    for (int more : new int[] {1, 3, 4, 8, 1000}) {
      Files.write(file, Arrays.copyOf(sound, sound.length + more));
      assertThat(refusal(more + " more")).hasMessageContaining(" bytes, but ");
    }
  }

  @Test
  void refusesALyingHeaderLengthBeforeItAllocates() throws IOException {
    for (long length :
        new long[] {
          -1,
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          0,
          1,
          Integer.MAX_VALUE,
          1L << 32,
          1L << 40,
          (1 << 24) + 1,
          sound.length,
          sound.length - 7
        }) {
      ByteBuffer bytes = ByteBuffer.wrap(sound.clone()).order(ByteOrder.LITTLE_ENDIAN);
      bytes.putLong(0, length);
      Files.write(file, bytes.array());
      assertThat(refusal("length " + length))
          .hasMessageContaining(
              length == sound.length || length == sound.length - 7
                  ? "it is cut short: it has %d bytes where %d are needed"
                      .formatted(sound.length, 8 + length)
                  : "it is no safetensors file");
    }
  }

  @Test
  void refusesWhatIsNoFile() throws IOException {
    assertThat(catchThrowable(() -> ModelFile.read(folder)))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "[AE-270] %s cannot be read as a model: it is no regular file. Check the path and the"
                + " disk.",
            folder);
    Path missing = folder.resolve("missing");
    assertThat(catchThrowable(() -> ModelFile.read(missing)))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("there is no such file");
    Path device = Path.of("/dev/zero");
    if (Files.exists(device)) {
      assertThat(catchThrowable(() -> ModelFile.read(device)))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("no regular file");
    }
    Files.createSymbolicLink(folder.resolve("link"), file);
    ModelFile.read(folder.resolve("link")); // Links are followed.
  }

  /** Sparse, so it takes no room. */
  @Test
  void refusesAFileThatNoArrayHolds() throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(1L << 31);
    }
    ModelFileException e = refusal("2 GB");
    assertThat(e.kind()).isEqualTo(Message.MODEL_UNREADABLE);
    assertThat(e)
        .hasMessageContaining("it has 2147483648 bytes, more than the 2147483647 that a model");
  }

  @Test
  void refusesOtherFormats() throws IOException {
    for (String text :
        new String[] {"", "PK\u0003\u0004", "hello, world", "{}", "\0\0\0\0\0\0\0\0"}) {
      Files.writeString(file, text);
      assertThat(refusal(text).kind()).isEqualTo(Message.MODEL_DAMAGED);
      assertThat(refusal(text)).hasMessageContaining("it is no safetensors file");
    }
  }

  @Test
  void saysHowMuchIsMissing() throws IOException {
    Files.write(file, Arrays.copyOf(sound, sound.length - 100));
    assertThat(refusal("cut"))
        .hasMessage(
            "[AE-271] %s is not a sound model file: it is cut short: it has %d bytes where %d are"
                + " needed. Nothing was loaded; use a good copy.",
            file, sound.length - 100, sound.length);
  }

  @Test
  void refusesAForeignSafetensorsFile() throws IOException {
    ForgedFile forged = ForgedFile.of(file);
    forged.header.remove("__metadata__");
    forged.writeHeader(file, forged.headerText());
    assertThat(refusal("foreign"))
        .hasMessageContaining("it is a safetensors file, but not one of Venturi's");
  }

  @Test
  void refusesOtherVersions() throws IOException {
    for (String version : new String[] {"5", "", "1.0", "01", "-1", "٣"}) {
      ForgedFile forged = ForgedFile.of(file);
      forged.metadata().put("venturi", version);
      forged.write(file);
      assertThat(refusal("version " + version))
          .hasMessage(
              "[AE-272] %s has version %s of the model format, this Venturi reads versions 1, 2, 3, 4: update"
                  + " it.",
              file, version);
    }
  }

  @Test
  void refusesParametersThatAreNotFinite() throws IOException {
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      ForgedFile forged = ForgedFile.of(file);
      forged.setValue(17, value);
      forged.write(file);
      assertThat(refusal("NaN")).hasMessageContaining("parameter 17 is " + value);
    }
  }

  // The container, with a hash that fits.

  private interface Forgery {
    void on(ForgedFile file) throws IOException;
  }

  private static void tensor(ForgedFile file, String name, String field, String json)
      throws IOException {
    file.tensor(name).set(field, Safetensors.json().readTree(json));
  }

  @TestFactory
  java.util.stream.Stream<DynamicTest> refusesTablesThatLie() {
    Map<String, Forgery> forgeries = new LinkedHashMap<>();
    forgeries.put("shape transposed", f -> tensor(f, "wide.weights", "shape", "[5,6]"));
    forgeries.put("shape of other size", f -> tensor(f, "wide.weights", "shape", "[6,6]"));
    forgeries.put("shape of one number", f -> tensor(f, "wide.weights", "shape", "[30]"));
    forgeries.put("shape of three numbers", f -> tensor(f, "wide.weights", "shape", "[6,5,1]"));
    forgeries.put("negative shape", f -> tensor(f, "wide.weights", "shape", "[-6,-5]"));
    forgeries.put(
        "shape that overflows int", f -> tensor(f, "wide.weights", "shape", "[65536,65536]"));
    forgeries.put(
        "shape that overflows long",
        f -> tensor(f, "wide.weights", "shape", "[4294967296,4294967296]"));
    forgeries.put("shape of fractions", f -> tensor(f, "wide.weights", "shape", "[6.0,5.0]"));
    forgeries.put("shape of strings", f -> tensor(f, "wide.weights", "shape", "[\"6\",\"5\"]"));
    forgeries.put("shape null", f -> tensor(f, "wide.weights", "shape", "null"));
    forgeries.put("dtype F16", f -> tensor(f, "wide.weights", "dtype", "\"F16\""));
    forgeries.put("dtype null", f -> tensor(f, "wide.weights", "dtype", "null"));
    forgeries.put("extra field", f -> tensor(f, "wide.weights", "more", "1"));
    forgeries.put("no field", f -> f.tensor("wide.weights").remove("shape"));
    forgeries.put("negative place", f -> tensor(f, "wide.weights", "data_offsets", "[-120,0]"));
    forgeries.put("place reversed", f -> tensor(f, "wide.weights", "data_offsets", "[120,0]"));
    forgeries.put(
        "place beyond the end", f -> tensor(f, "pixels.biases", "data_offsets", "[100000,100024]"));
    forgeries.put(
        "two tensors in one place", f -> tensor(f, "wide.biases", "data_offsets", "[0,20]"));
    forgeries.put("overlap", f -> tensor(f, "wide.biases", "data_offsets", "[116,136]"));
    forgeries.put("tensor missing", f -> f.header.remove("code.biases"));
    forgeries.put("tensor renamed", f -> f.header.set("other", f.header.remove("code.biases")));
    forgeries.put(
        "tensor empty",
        f -> {
          ObjectNode node = f.header.putObject("empty");
          node.put("dtype", "F32").putArray("shape").add(0).add(5);
          node.putArray("data_offsets").add(0).add(0);
        });
    forgeries.put("tensor no object", f -> f.header.put("wide.weights", 5));
    forgeries.put(
        "two tensors exchanged",
        f -> {
          f.header.set("a", f.header.get("wide.biases"));
          f.header.set("wide.biases", f.header.get("widen.biases"));
          f.header.set("widen.biases", f.header.remove("a"));
        });
    forgeries.put(
        "hole",
        f -> {
          f.header.remove("code.biases");
          f.layer(1).put("outputs", 3);
        });
    forgeries.put("metadata no strings", f -> f.metadata().put("format", 1));
    return forgeries.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      Files.write(file, sound);
                      ForgedFile forged = ForgedFile.of(file);
                      each.getValue().on(forged);
                      forged.write(file);
                      assertThat(refusal(each.getKey()).kind()).isEqualTo(Message.MODEL_DAMAGED);
                      assertThat(refusalWithoutSpec().kind()).isEqualTo(Message.MODEL_DAMAGED);
                    }));
  }

  @Test
  void refusesJsonThatIsNoHeader() throws IOException {
    ForgedFile forged = ForgedFile.of(file);
    String header = forged.headerText();
    String inner = header.substring(1);
    for (String text :
        new String[] {
          "  ",
          "[]",
          "null",
          "\"\"",
          "12345678901234567890123456789012345678901234567890",
          header + "{}",
          header + "x",
          header.substring(0, header.length() - 1),
          "{\"wide.weights\":{\"dtype\":\"F32\",\"shape\":[6,5],\"data_offsets\":[0,120]}," + inner,
          "{\"__metadata__\":{\"venturi\":\"1\"}," + inner,
          "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "," + inner,
          "{\"x\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(100) + "," + inner,
          "{\"" + "n".repeat(5000) + "\":{}," + inner,
          "{\"x\":1e999999999," + inner,
          "{\"x\":" + "9".repeat(1000) + "," + inner,
          "{'x':1," + inner,
          "/* c */" + header,
          "\uFEFF" + header
        }) {
      forged.writeHeader(file, text);
      ModelFileException e = refusal(text.substring(0, Math.min(60, text.length())));
      assertThat(e.kind()).isEqualTo(Message.MODEL_DAMAGED);
      assertThat(e.getMessage()).doesNotContain("Exception").hasLineCount(1);
    }
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    byte[] header = ForgedFile.of(file).headerText().getBytes(StandardCharsets.UTF_8);
    for (byte[] text :
        new byte[][] {
          ForgedFile.of(file).headerText().getBytes(StandardCharsets.UTF_16LE),
          ForgedFile.of(file).headerText().getBytes(StandardCharsets.UTF_16),
          concatenate("{\"\u00ff\":1,".getBytes(StandardCharsets.ISO_8859_1), header)
        }) {
      ByteBuffer bytes = ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.putLong(text.length).put(text);
      Files.write(file, bytes.array());
      ModelFileException e = refusal("encoding");
      assertThat(e.kind()).isEqualTo(Message.MODEL_DAMAGED);
      assertThat(e.getMessage()).doesNotContain("Exception").hasLineCount(1);
    }
  }

  private static byte[] concatenate(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  // The manifest, with a hash that fits.

  @TestFactory
  java.util.stream.Stream<DynamicTest> refusesManifestsThatLie() {
    Map<String, Forgery> forgeries = new LinkedHashMap<>();
    forgeries.put("no spec", f -> f.manifest.remove("spec"));
    forgeries.put("spec with a path", f -> f.manifest.put("spec", "../../etc/passwd"));
    forgeries.put("spec of another script", f -> f.manifest.put("spec", "io.venturі.Small"));
    forgeries.put("spec with NUL", f -> f.manifest.put("spec", "a\0b"));
    forgeries.put("spec endless", f -> f.manifest.put("spec", "a".repeat(5000)));
    forgeries.put("no input shape", f -> f.manifest.remove("inputShape"));
    forgeries.put("input shape empty", f -> f.manifest.putArray("inputShape"));
    forgeries.put("input shape zero", f -> f.manifest.putArray("inputShape").add(0));
    forgeries.put("input shape negative", f -> f.manifest.putArray("inputShape").add(-6));
    forgeries.put("input shape of doubles", f -> f.manifest.putArray("inputShape").add(6.0));
    forgeries.put("input shape of longs", f -> f.manifest.putArray("inputShape").add(1L << 40));
    forgeries.put(
        "input shape that overflows",
        f -> f.manifest.putArray("inputShape").add(65536).add(65536).add(65536).add(65536));
    forgeries.put(
        "input shape of many dimensions",
        f -> {
          var shape = f.manifest.putArray("inputShape").add(6);
          for (int i = 0; i < 9; i++) {
            shape.add(1);
          }
        });
    forgeries.put("no layers", f -> f.manifest.remove("layers"));
    forgeries.put("layers empty", f -> f.manifest.putArray("layers"));
    forgeries.put("layers a string", f -> f.manifest.put("layers", "wide"));
    forgeries.put("layer a string", f -> f.manifest.putArray("layers").add("wide"));
    forgeries.put("section unknown", f -> f.layer(0).put("section", "cellar"));
    forgeries.put("section in capitals", f -> f.layer(0).put("section", "ENCODER"));
    forgeries.put("no section", f -> f.layer(0).remove("section"));
    forgeries.put("no bottleneck", f -> f.layer(1).put("section", "encoder"));
    forgeries.put("two bottlenecks", f -> f.layer(0).put("section", "bottleneck"));
    forgeries.put(
        "bottleneck first",
        f -> {
          f.layer(0).put("section", "bottleneck");
          f.layer(1).put("section", "encoder");
        });
    forgeries.put("encoder behind the decoder", f -> f.layer(3).put("section", "encoder"));
    forgeries.put("decoder first", f -> f.layer(0).put("section", "decoder"));
    forgeries.put(
        "no decoder",
        f -> {
          f.layer(1).put("section", "encoder");
          f.layer(2).put("section", "encoder");
          f.layer(3).put("section", "bottleneck");
        });
    forgeries.put("layer name with a path", f -> f.layer(0).put("name", "../wide"));
    forgeries.put("layer name empty", f -> f.layer(0).put("name", ""));
    forgeries.put("layer name a number", f -> f.layer(0).put("name", 5));
    forgeries.put("kind missing", f -> f.layer(0).remove("kind"));
    forgeries.put("unknown key", f -> f.manifest.put("licence", "mine"));
    forgeries.put("unknown key of a layer", f -> f.layer(1).put("activation", "Relu"));
    forgeries.put(
        "two layers of a name", f -> f.layer(2).put("name", f.layer(1).get("name").textValue()));
    forgeries.put("size zero", f -> f.layer(0).put("outputs", 0));
    forgeries.put("size a fraction", f -> f.layer(0).put("outputs", 5.5));
    forgeries.put("size a string", f -> f.layer(0).put("outputs", "5"));
    forgeries.put("size a long", f -> f.layer(0).put("outputs", 1L << 33));
    forgeries.put("shape empty", f -> f.layer(0).putArray("inputShape"));
    forgeries.put("shape a string", f -> f.layer(0).put("inputShape", "6"));
    forgeries.put("shape of another size", f -> f.layer(0).putArray("inputShape").add(2).add(2));
    forgeries.put("shape of a zero", f -> f.layer(0).putArray("outputShape").add(5).add(0));
    forgeries.put("shape of negatives", f -> f.layer(0).putArray("inputShape").add(-2).add(-3));
    forgeries.put(
        "shape that overflows to the size",
        f -> f.layer(0).putArray("inputShape").add(1 << 16).add(1 << 16).add(6));
    forgeries.put(
        "shape of many dimensions",
        f -> {
          var shape = f.layer(0).putArray("inputShape").add(6);
          for (int i = 0; i < 8; i++) {
            shape.add(1);
          }
        });
    forgeries.put("attribute a number", f -> f.layer(0).withObject("/attributes").put("x", 5));
    forgeries.put("provenance nested", f -> f.manifest.withObject("/provenance").putObject("x"));
    forgeries.put("contribution null", f -> f.manifest.withObject("/contributions").putNull("x"));
    return forgeries.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      Files.write(file, sound);
                      ForgedFile forged = ForgedFile.of(file);
                      each.getValue().on(forged);
                      forged.write(file);
                      assertThat(refusal(each.getKey()).kind()).isEqualTo(Message.MODEL_DAMAGED);
                      assertThat(refusalWithoutSpec().kind()).isEqualTo(Message.MODEL_DAMAGED);
                    }));
  }

  @Test
  void refusesManifestsThatAreNoJsonObject() throws IOException {
    String text = ForgedFile.of(file).manifest.toString();
    for (String manifest :
        new String[] {
          "",
          " ",
          "[]",
          "null",
          "5",
          "{",
          text + "x",
          text + text,
          "{\"spec\":\"a\"," + text.substring(1),
          "{\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "," + text.substring(1)
        }) {
      Files.write(file, sound);
      ForgedFile.of(file).write(file, manifest);
      assertThat(refusal(manifest).kind()).isEqualTo(Message.MODEL_DAMAGED);
    }
  }

  @Test
  void aTableOfAnotherNetworkIsAMismatchWithTheSpec() throws IOException {
    ForgedFile forged = ForgedFile.of(file);
    forged.layer(0).put("outputs", 50);
    forged.layer(1).put("inputs", 50);
    forged.write(file);
    assertThat(refusal("other sizes").kind()).isEqualTo(Message.MODEL_MISMATCH);
    assertThat(refusalWithoutSpec().kind()).isEqualTo(Message.MODEL_DAMAGED);
  }

  // What only matters where the network is made of what the file says.

  private ModelFileException refusalOf(Forgery forgery) throws IOException {
    Files.write(file, sound);
    ForgedFile forged = ForgedFile.of(file);
    forgery.on(forged);
    forged.write(file);
    return refusalWithoutSpec();
  }

  private static void widths(ForgedFile file, int width) {
    file.layer(0).put("outputs", width);
    file.layer(1).put("inputs", width);
  }

  /** A file of a few kilobytes that asks for gigabytes. */
  @Test
  void allocatesNothingThatTheFileDoesNotHold() throws IOException {
    for (int width : new int[] {6, 1_000_000, 100_000_000, 1_500_000_000, Integer.MAX_VALUE}) {
      assertThat(refusalOf(f -> widths(f, width)).kind()).isEqualTo(Message.MODEL_DAMAGED);
    }
    ModelFileException e =
        refusalOf(
            f -> {
              f.layer(2).put("outputs", 2_000_000_000);
              f.layer(3).put("inputs", 2_000_000_000);
            });
    assertThat(e).hasMessageContaining("its layers have more parameters than the 109 in it");
  }

  @Autoencoder(input = Autoencoder.FROM_DATA)
  interface Table extends SmallAutoencoder {}

  /** Nor where the spec takes its width from the file. */
  @Test
  void aSpecWhoseWidthIsTheFilesAllocatesNoMoreThanTheFileHolds() throws IOException {
    assertThat(VENTURI.load(file, Table.class).encode(new float[2][6])).hasDimensions(2, 3);
    for (int width : new int[] {7, 1_000_000, 100_000_000}) {
      ForgedFile forged = ForgedFile.of(file);
      forged.manifest.putArray("inputShape").add(width);
      forged.layer(0).put("inputs", width);
      forged.layer(3).put("outputs", width);
      forged.write(file);
      Throwable thrown = catchThrowable(() -> VENTURI.load(file, Table.class));
      assertThat(thrown)
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("its layers have more parameters than the ");
    }
  }

  @Test
  void refusesLayersThatDoNotFitOneAnother() throws IOException {
    assertThat(refusalOf(f -> f.layer(1).put("inputs", 4)))
        .hasMessageContaining("layer code does not fit the one before it");
    assertThat(refusalOf(f -> f.layer(3).put("outputs", 7)))
        .hasMessageContaining("its last layer is not as wide as its input");
    assertThat(refusalOf(f -> f.manifest.putArray("inputShape").add(7)))
        .hasMessageContaining("layer wide does not fit the one before it");
    assertThat(
            refusalOf(
                f -> {
                  f.layer(0).putArray("outputShape").add(5).add(1);
                  f.layer(1).putArray("inputShape").add(1).add(5);
                }))
        .hasMessageContaining("layer code does not fit the one before it");
  }

  @Test
  void refusesTiesThatCannotBe() throws IOException {
    assertThat(refusalOf(f -> f.layer(3).withObject("/attributes").put("tiedTo", "nothing")))
        .hasMessageContaining("there is no layer nothing before this one");
    assertThat(refusalOf(f -> f.layer(0).withObject("/attributes").put("tiedTo", "wide")))
        .hasMessageContaining("there is no layer wide before this one");
    assertThat(refusalOf(f -> f.layer(3).withObject("/attributes").put("tiedTo", "code")))
        .hasMessageContaining("layer pixels has other sizes than its kernel");
    assertThat(refusalOf(f -> f.layer(3).withObject("/attributes").remove("training.initializer")))
        .hasMessageContaining("pixels names no training.initializer");
    // Tied as declared, but the file has weights of its own for it.
    assertThat(refusalOf(f -> f.layer(3).withObject("/attributes").put("tiedTo", "wide")))
        .hasMessageContaining("its tensors are not those of its layers");
  }

  /** Whether there is such a class nobody sees: no plugin has named it. */
  @Test
  void annotationsAreThoseOfPlugins() throws IOException {
    for (String name : new String[] {"java.lang.String", Trap.class.getName(), "no.such.Type"}) {
      Files.write(file, sound);
      ForgedFile forged = ForgedFile.of(file);
      forged.metadata().put("venturi", "3");
      forged
          .manifest
          .withArray("/annotations")
          .addObject()
          .put("role", "type")
          .put("type", name)
          .put("inUse", true)
          .putObject("members");
      forged.write(file);
      assertThat(catchThrowable(() -> VENTURI.load(file)))
          .as(name)
          .isInstanceOf(PluginException.class)
          .hasMessageStartingWith("[AE-250]");
    }
    assertThat(SPRUNG).isFalse();
  }

  /** Tells whether its class was initialized. */
  public static final class Trap {
    static {
      SPRUNG.set(true);
    }
  }

  private static final AtomicBoolean SPRUNG = new AtomicBoolean();

  /** An activation in kind that cannot be made. */
  public static final class Failing extends io.venturi.testing.NoActivation {
    public Failing() {
      throw new IllegalStateException("not me");
    }
  }

  @Test
  void makesNothingOfClassNamesThatAreNoActivations() throws IOException {
    for (String name :
        new String[] {
          "java.lang.String",
          "java.lang.ProcessBuilder",
          "io.venturi.kernel.Activation",
          "io.venturi.kernel.GlorotUniform",
          "io.venturi.nowhere.Nothing",
          "",
          " ",
          "..",
          "a/b",
          "../evil",
          "[I",
          "int",
          "io.venturi.kernel.RationalTanh",
          Trap.class.getName(),
          Failing.class.getName(),
          "x".repeat(100_000)
        }) {
      ModelFileException e =
          refusalOf(f -> f.layer(1).withObject("/attributes").put("activation", name));
      assertThat(e.kind()).as(name).isEqualTo(Message.MODEL_CLASS);
      assertThat(e).hasMessageContaining("which is no Activation that can be made here");
      ModelFileException initializer =
          refusalOf(
              f ->
                  f.layer(1)
                      .withObject("/attributes")
                      .put(
                          "training.initializer",
                          name.endsWith("Uniform") ? "java.util.List" : name));
      assertThat(initializer.kind()).as(name).isEqualTo(Message.MODEL_CLASS);
    }
    assertThat(SPRUNG).isFalse();
  }
}
