package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.venturi.data.Dataset;
import io.venturi.data.Scalers;
import io.venturi.error.Message;
import io.venturi.error.ModelFileException;
import io.venturi.runtime.Venturi;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.SmallAutoencoder_Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files in which applications keep something beside the model: sound ones, and others. */
class AttachmentFileTest {

  private static final Venturi VENTURI = Venturi.create();
  private static final float[][] ROWS = Rows.uniform(100, 6, -4, 9, 2);
  private static final double[] SCORES = {Math.PI, -0.0, Double.MIN_VALUE, Double.MAX_VALUE};

  @TempDir Path folder;
  private Path file;
  private Model<SmallAutoencoder> model;
  private byte[] sound;

  @BeforeEach
  void save() throws IOException {
    file = folder.resolve("model.venturi");
    SmallAutoencoder_Network network = new SmallAutoencoder_Network();
    network.parameters().initialize(1);
    Use use = Use.PLAIN.scaledBy(Scalers.standard().fit(Dataset.of(ROWS)));
    model = Model.of(network, new Provenance(Map.of()), use);
    model.save(file, anomaly(), Attachment.named("notes").field("author", "Zoë").build());
    sound = Files.readAllBytes(file);
  }

  private static Attachment anomaly() {
    return Attachment.named("anomaly")
        .field("threshold", 0.1)
        .field("method", "quantile")
        .array("weights", new float[] {1, 2.5f, Float.MIN_VALUE})
        .array("scores", SCORES)
        .build();
  }

  @Test
  void comesBackWithTheSameBits() {
    ModelFile read = ModelFile.read(file);
    Attachment anomaly = read.attachment("anomaly").orElseThrow();
    assertThat(anomaly.name()).isEqualTo("anomaly");
    assertThat(anomaly.has("threshold")).isTrue();
    assertThat(anomaly.has("scores")).isTrue();
    assertThat(anomaly.has("author")).isFalse();
    assertThat(anomaly.number("threshold")).isEqualTo(0.1);
    assertThat(anomaly.text("method")).isEqualTo("quantile");
    assertThat(anomaly.floats("weights")).containsExactly(1, 2.5f, Float.MIN_VALUE);
    assertThat(anomaly.doubles("scores", 4)).containsExactly(SCORES);
    assertThat(read.attachment("notes").orElseThrow().text("author")).isEqualTo("Zoë");
    assertThat(read.attachment("other")).isEmpty();
    assertThat(VENTURI.load(read, SmallAutoencoder.class).fingerprint())
        .isEqualTo(model.fingerprint());
  }

  /** Whoever wants the model need not know of what else is in its file. */
  @Test
  void theModelComesAlone() throws IOException {
    for (Model<?> again :
        new Model<?>[] {VENTURI.load(file, SmallAutoencoder.class), VENTURI.load(file)}) {
      assertThat(again.reconstruct(ROWS)).isDeepEqualTo(model.reconstruct(ROWS));
      assertThat(again.scaling().orElseThrow().center())
          .isEqualTo(model.scaling().orElseThrow().center());
      Path second = folder.resolve("second.venturi");
      again.save(second);
      assertThat(ModelFile.read(second).attachment("anomaly")).isEmpty();
      assertThat(ForgedFile.of(second).metadata().get("venturi").textValue()).isEqualTo("2");
    }
  }

  /** So readers that know nothing of attachments refuse it. */
  @Test
  void hasAVersionOfItsOwn() throws IOException {
    assertThat(ForgedFile.of(file).metadata().get("venturi").textValue()).isEqualTo("4");
    ForgedFile forged = ForgedFile.of(file);
    forged.metadata().put("venturi", "2");
    forged.write(file);
    assertRefused("version 2");
  }

  @Test
  void saysWhatAnApplicationMisses() {
    ModelFile read = ModelFile.read(file);
    Attachment anomaly = read.attachment("anomaly").orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> anomaly.number("method"))
        .withMessage("its anomaly's method is no finite number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> anomaly.doubles("weights"))
        .withMessage("its anomaly has no weights of doubles");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> anomaly.doubles("scores", 5))
        .withMessage("its anomaly's scores has 4 values, not 5");
    Throwable missing = catchThrowable(() -> anomaly.text("kind"));
    assertThat(read.damaged((IllegalArgumentException) missing))
        .hasMessage(
            "[AE-271] %s is not a sound model file: its anomaly has no kind. Nothing was loaded;"
                + " use a good copy.",
            file);
  }

  @Test
  void refusesWhatCannotBeKept() {
    Attachment.Builder builder = Attachment.named("a").field("x", 1);
    assertThatIllegalArgumentException().isThrownBy(() -> Attachment.named("a.b"));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.field("x", 2));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.field("y", Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.array("x", new float[1]));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.array("y", new double[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.array("y", new double[] {Double.POSITIVE_INFINITY}));
    Attachment attachment = builder.build();
    assertThatIllegalArgumentException().isThrownBy(() -> model.save(file, attachment, attachment));
    assertThat(file).hasBinaryContent(sound);
  }

  // Hostile files.

  private void assertRefused(String what) {
    Throwable thrown = catchThrowable(() -> ModelFile.read(file));
    assertThat(thrown).as(what).isInstanceOf(ModelFileException.class);
    assertThat(((ModelFileException) thrown).kind()).as(what).isEqualTo(Message.MODEL_DAMAGED);
    assertThat(catchThrowable(() -> VENTURI.load(file))).isInstanceOf(ModelFileException.class);
  }

  @Test
  void refusesAFileCutShortAnywhere() throws IOException {
    for (int length = 0; length < sound.length; length++) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertRefused("cut to " + length);
    }
  }

  @Test
  void refusesAFileWithAnyByteAltered() throws IOException {
    byte[] bytes = sound.clone();
    for (int i = 8; i < sound.length; i++) {
      bytes[i] = (byte) (sound[i] ^ (1 << (i % 8)));
      Files.write(file, bytes);
      assertThat(catchThrowable(() -> VENTURI.load(file)))
          .as("byte " + i)
          .isInstanceOf(ModelFileException.class);
      bytes[i] = sound[i];
    }
  }

  private interface Forgery {
    void on(ForgedFile file) throws IOException;
  }

  private static ObjectNode attachment(ForgedFile file, String part) {
    return file.manifest.withObject("/attachments/anomaly/" + part);
  }

  /** With a hash that fits. */
  @TestFactory
  Stream<DynamicTest> refusesAttachmentsThatLie() {
    Map<String, Forgery> forgeries = new LinkedHashMap<>();
    forgeries.put("none", f -> f.manifest.remove("attachments"));
    forgeries.put("empty", f -> f.manifest.putObject("attachments"));
    forgeries.put("a string", f -> f.manifest.put("attachments", "anomaly"));
    forgeries.put("one missing", f -> f.manifest.withObject("/attachments").remove("anomaly"));
    forgeries.put("one too many", f -> f.manifest.withObject("/attachments").putObject("more"));
    forgeries.put(
        "a name with a path",
        f ->
            f.manifest
                .withObject("/attachments")
                .putObject("../x")
                .setAll(Map.of("fields", attachment(f, "fields"))));
    forgeries.put(
        "an unknown key", f -> f.manifest.withObject("/attachments/anomaly").put("class", "x"));
    forgeries.put("no fields", f -> f.manifest.withObject("/attachments/anomaly").remove("fields"));
    forgeries.put("a number for text", f -> attachment(f, "fields").put("method", 5));
    forgeries.put("a field's name with NUL", f -> attachment(f, "fields").put("a\0b", "x"));
    forgeries.put("a name for both", f -> attachment(f, "fields").put("scores", "x"));
    forgeries.put("an array less", f -> attachment(f, "arrays").remove("weights"));
    forgeries.put("an array renamed", f -> f.header.set("x", f.header.remove(scores())));
    forgeries.put("length", f -> attachment(f, "arrays/scores").put("length", 3));
    forgeries.put("length of zero", f -> attachment(f, "arrays/scores").put("length", 0));
    forgeries.put(
        "length of gigabytes",
        f -> attachment(f, "arrays/scores").put("length", Integer.MAX_VALUE));
    forgeries.put(
        "length and shape of gigabytes",
        f -> {
          attachment(f, "arrays/scores").put("length", Integer.MAX_VALUE);
          f.tensor(scores()).putArray("shape").add(1).add(Integer.MAX_VALUE);
        });
    forgeries.put("another type", f -> attachment(f, "arrays/scores").put("type", "F32"));
    forgeries.put("an unknown type", f -> attachment(f, "arrays/scores").put("type", "I64"));
    forgeries.put("no type", f -> attachment(f, "arrays/scores").remove("type"));
    forgeries.put("the tensor's type", f -> f.tensor(scores()).put("dtype", "F32"));
    forgeries.put("a parameter of 64 bits", f -> f.tensor("code.weights").put("dtype", "F64"));
    forgeries.put("a shape transposed", f -> f.tensor(scores()).putArray("shape").add(4).add(1));
    forgeries.put(
        "a layer's tensor",
        f -> f.header.set("attachment:anomaly.x", f.header.remove("code.biases")));
    forgeries.put("NaN", f -> Arrays.fill(f.data, f.data.length - 8, f.data.length, (byte) 0xff));
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
                      assertRefused(each.getKey());
                    }));
  }

  private static String scores() {
    return "attachment:anomaly.scores";
  }
}
