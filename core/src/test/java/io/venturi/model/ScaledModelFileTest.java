package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.venturi.data.Dataset;
import io.venturi.data.Scalers;
import io.venturi.data.Scaling;
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

/** Files of models with a scaler: sound ones, and those that are not. */
class ScaledModelFileTest {

  private static final Venturi VENTURI = Venturi.create();
  private static final float[][] ROWS = Rows.uniform(300, 6, -40, 90, 2);

  @TempDir Path folder;
  private Path file;
  private Model<SmallAutoencoder> model;
  private byte[] sound;

  @BeforeEach
  void save() throws IOException {
    file = folder.resolve("model.venturi");
    model = model(Scalers.minMax(-1, 1).clip().fit(Dataset.of(Arrays.copyOf(ROWS, 200))));
    model.save(file);
    sound = Files.readAllBytes(file);
  }

  private static Model<SmallAutoencoder> model(Scaling scaling) {
    SmallAutoencoder_Network network = new SmallAutoencoder_Network();
    network.parameters().initialize(1);
    return Model.of(network, new Provenance(Map.of()), Use.PLAIN.scaledBy(scaling));
  }

  @Test
  void comesBackWithTheSameBits() {
    for (Model<?> again :
        new Model<?>[] {VENTURI.load(file, SmallAutoencoder.class), VENTURI.load(file)}) {
      Scaling scaling = again.scaling().orElseThrow();
      assertThat(scaling.center()).isEqualTo(model.scaling().orElseThrow().center());
      assertThat(scaling.scale()).isEqualTo(model.scaling().orElseThrow().scale());
      assertThat(scaling.low()).isEqualTo(-1);
      assertThat(scaling.high()).isEqualTo(1);
      assertThat(scaling.name()).isEqualTo("minMax(-1.0, 1.0, clipped)");
      assertThat(again.parameters()).isEqualTo(model.parameters());
      assertThat(again.encode(ROWS)).isDeepEqualTo(model.encode(ROWS));
      assertThat(again.reconstruct(ROWS)).isDeepEqualTo(model.reconstruct(ROWS));
      assertThat(again.inference().score(ROWS)).isEqualTo(model.inference().score(ROWS));
      assertThat(again.toString()).endsWith("6, scaled: minMax(-1.0, 1.0, clipped)");
    }
  }

  @Test
  void withoutClippingThereIsNoInterval() {
    Model<SmallAutoencoder> plain = model(Scalers.standard().fit(Dataset.of(ROWS)));
    plain.save(file);
    assertThat(VENTURI.load(file).scaling().orElseThrow().clips()).isFalse();
    assertThat(VENTURI.load(file).encode(ROWS)).isDeepEqualTo(plain.encode(ROWS));
  }

  /** So a reader of version 1 refuses it, and reads what has none. */
  @Test
  void versionTwoIsForFilesWithAScalerAlone() throws IOException {
    assertThat(ForgedFile.of(file).metadata().get("venturi").textValue()).isEqualTo("2");
    SmallAutoencoder_Network network = new SmallAutoencoder_Network();
    Model.of(network, new Provenance(Map.of()), Use.PLAIN).save(file);
    assertThat(ForgedFile.of(file).metadata().get("venturi").textValue()).isEqualTo("1");
    assertThat(VENTURI.load(file).scaling()).isEmpty();
  }

  @Test
  void figuresAreTensors() throws IOException {
    ForgedFile forged = ForgedFile.of(file);
    assertThat(forged.values("center")).isEqualTo(model.scaling().orElseThrow().center());
    assertThat(forged.values("scale")).isEqualTo(model.scaling().orElseThrow().scale());
    assertThat(forged.manifest.get("scaler").toString())
        .isEqualTo(
            "{\"high\":\"1.0\",\"kind\":\"affine\",\"low\":\"-1.0\","
                + "\"name\":\"minMax(-1.0, 1.0, clipped)\"}");
  }

  @Test
  void refusesAFileCutShortAnywhere() throws IOException {
    for (int length = 0; length < sound.length; length++) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertThat(refusal("cut to " + length).kind()).isEqualTo(Message.MODEL_DAMAGED);
    }
  }

  private ModelFileException refusal(String what) {
    Throwable thrown = catchThrowable(() -> VENTURI.load(file, SmallAutoencoder.class));
    assertThat(thrown).as(what).isInstanceOf(ModelFileException.class);
    Throwable bare = catchThrowable(() -> VENTURI.load(file));
    assertThat(bare).as(what).isInstanceOf(ModelFileException.class);
    return (ModelFileException) thrown;
  }

  private interface Forgery {
    void on(ForgedFile file) throws IOException;
  }

  private static ObjectNode scaler(ForgedFile file) {
    return (ObjectNode) file.manifest.get("scaler");
  }

  /** Where the first centre is among the file's floats. */
  private static int center(ForgedFile file) {
    return file.header.path("center").path("data_offsets").path(0).intValue() / 4;
  }

  private static void drop(ForgedFile file, String tensor, int floats) {
    file.header.remove(tensor);
    file.data = Arrays.copyOf(file.data, file.data.length - 4 * floats);
  }

  private static void shape(ForgedFile file, String tensor, int rows, int columns)
      throws IOException {
    file.tensor(tensor).set("shape", Safetensors.json().readTree("[" + rows + "," + columns + "]"));
  }

  @TestFactory
  Stream<DynamicTest> refusesScalersThatAreNotSound() {
    Map<String, Forgery> forgeries = new LinkedHashMap<>();
    forgeries.put("parameter 109 is NaN", f -> f.setValue(center(f), Float.NaN));
    forgeries.put(
        "parameter 115 is Infinity", f -> f.setValue(center(f) + 6, Float.POSITIVE_INFINITY));
    forgeries.put("its scale 0 is 0.0", f -> f.setValue(center(f) + 6, 0f));
    forgeries.put("its scale 5 is -0.0", f -> f.setValue(center(f) + 11, -0f));
    forgeries.put("its scale 2 is -1.0", f -> f.setValue(center(f) + 8, -1f));
    forgeries.put("its tensors are not those", f -> drop(f, "scale", 6));
    forgeries.put(
        "its tensors are not those ",
        f -> {
          f.header.set("scales", f.header.remove("scale"));
        });
    forgeries.put(
        "its tensors are not those of",
        f -> {
          f.header.set("x", f.header.remove("scale"));
          f.header.set("scale", f.header.remove("center"));
          f.header.set("center", f.header.remove("x"));
        });
    forgeries.put("its tensors are not those of its", f -> shape(f, "scale", 6, 1));
    forgeries.put("24 bytes, not what its shape takes", f -> shape(f, "scale", 1, 5));
    forgeries.put("its scaler is of kind quantile", f -> scaler(f).put("kind", "quantile"));
    forgeries.put("its scaler is of kind null", f -> scaler(f).remove("kind"));
    forgeries.put("its scaler is of kind affine", f -> scaler(f).remove("name"));
    forgeries.put("other than 1 to 200 ASCII", f -> scaler(f).put("name", "a\u0000b"));
    forgeries.put("other than 1 to 200 ASCII ", f -> scaler(f).put("name", "x".repeat(201)));
    forgeries.put("its scaler has an unknown key class", f -> scaler(f).put("class", "x"));
    forgeries.put("its manifest's low is no string", f -> scaler(f).put("low", 0.0));
    forgeries.put("its scaler's interval has one end", f -> scaler(f).remove("low"));
    forgeries.put("its scaler's interval ends at wide", f -> scaler(f).put("high", "wide"));
    forgeries.put("its interval is [-1.0, NaN]", f -> scaler(f).put("high", "NaN"));
    forgeries.put("its interval is [-1.0, Infinity]", f -> scaler(f).put("high", "1e99"));
    forgeries.put("its interval is [-1.0, -2.0]", f -> scaler(f).put("high", "-2"));
    forgeries.put("version 1 has no scaler", f -> f.metadata().put("venturi", "1"));
    forgeries.put("its scaler is missing", f -> f.manifest.remove("scaler"));
    forgeries.put("its scaler is of kind null   ", f -> f.manifest.putNull("scaler"));
    forgeries.put("its scaler is of kind null ", f -> f.manifest.putObject("scaler"));
    forgeries.put("its scaler is of kind null  ", f -> f.manifest.put("scaler", "standard"));
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
                      ModelFileException e = refusal(each.getKey());
                      assertThat(e.kind()).isEqualTo(Message.MODEL_DAMAGED);
                      assertThat(e).hasMessageContaining(each.getKey().strip());
                    }));
  }
}
