package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.venturi.error.Message;
import io.venturi.error.ModelClosedException;
import io.venturi.error.ModelFileException;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.runtime.Venturi;
import io.venturi.spi.Network;
import io.venturi.testing.FaultyDisk;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.SmallAutoencoder_Network;
import io.venturi.testing.TestNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

  private static final Provenance PROVENANCE =
      new Provenance(Map.of("seed", "42", "data", "Größe \"q\" \\ \n ✓"));

  @TempDir Path folder;

  private static Model<SmallAutoencoder> model(long seed) {
    SmallAutoencoder_Network network = new SmallAutoencoder_Network();
    network.parameters().initialize(seed);
    return Model.of(network, PROVENANCE, Use.PLAIN);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void comesBackWithTheSameBits() throws IOException {
    Model<SmallAutoencoder> model = model(1);
    Path file = folder.resolve("small.venturi");
    model.save(file);
    Model<SmallAutoencoder> again = Venturi.create().load(file, SmallAutoencoder.class);

    float[][] rows = Rows.uniform(300, 6, 2);
    assertThat(again.parameters()).isEqualTo(model.parameters());
    assertThat(again.reconstruct(rows)).isDeepEqualTo(model.reconstruct(rows));
    assertThat(again.encode(rows)).isDeepEqualTo(model.encode(rows));
    assertThat(again.provenance()).isEqualTo(PROVENANCE);
    assertThat(again.description()).isEqualTo(model.description());
    assertThat(again.layers().wide().weights()).isDeepEqualTo(model.layers().wide().weights());
    assertThat(files()).containsExactly("small.venturi");
  }

  @Test
  void theSameModelIsTheSameBytes() throws IOException {
    model(1).save(folder.resolve("a"));
    model(1).save(folder.resolve("b"));
    assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
  }

  @Test
  void theNetworkFromTheLayerTableGivesTheSameBits() {
    Model<SmallAutoencoder> model = model(1);
    Path file = folder.resolve("small.venturi");
    model.save(file);
    Model<Network<?>> assembled = Venturi.create().load(file);

    float[][] rows = Rows.uniform(300, 6, 2);
    assertThat(assembled.layers()).isInstanceOf(AssembledNetwork.class);
    assertThat(assembled.parameters()).isEqualTo(model.parameters());
    assertThat(assembled.reconstruct(rows)).isDeepEqualTo(model.reconstruct(rows));
    assertThat(assembled.encode(rows)).isDeepEqualTo(model.encode(rows));
    assertThat(assembled.decode(model.encode(rows)))
        .isDeepEqualTo(model.decode(model.encode(rows)));
    // And what it saves is what it was loaded from.
    assembled.save(folder.resolve("again.venturi"));
    assertThat(folder.resolve("again.venturi")).hasSameBinaryContentAs(file);
  }

  @Test
  void tiedNetworksComeBackToo() {
    TestNetwork shape =
        TestNetwork.of(7)
            .encoder("wide", 5, new Relu())
            .bottleneck("code", 2, new Linear())
            .tied("code", new Tanh())
            .tied("wide", new Sigmoid());
    Model<Network<?>> model = Model.ofNetwork(shape.build(3), PROVENANCE, Use.PLAIN);
    Path file = folder.resolve("tied.venturi");
    model.save(file);
    Model<Network<?>> again = Venturi.create().load(file);
    float[][] rows = Rows.uniform(20, 7, 2);
    assertThat(again.reconstruct(rows)).isDeepEqualTo(model.reconstruct(rows));
    assertThat(again.description()).isEqualTo(model.description());
    assertThat(again.layer("wideMirrored").weights())
        .isDeepEqualTo(model.layer("wideMirrored").weights())
        .hasDimensions(5, 7);
    assertThat(again.layer("wide")).hasToString("wide: dense 7 → 5, Relu");
    assertThat(again.layer("codeMirrored")).hasToString("codeMirrored: dense 2 → 5, Tanh, tied");
    assertThat(again.layer("wideMirrored")).hasToString("wideMirrored: dense 5 → 7, tied");
  }

  /** By nothing but the format's public description. */
  @Test
  void anyReaderOfSafetensorsFindsTheParameters() throws IOException {
    Model<SmallAutoencoder> model = model(1);
    Path file = folder.resolve("small.venturi");
    model.save(file);
    ForgedFile read = ForgedFile.of(file);
    assertThat(read.header.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "__metadata__",
            "wide.weights",
            "wide.biases",
            "code.weights",
            "code.biases",
            "widen.weights",
            "widen.biases",
            "pixels.weights",
            "pixels.biases");
    assertThat(read.tensor("wide.weights").path("dtype").textValue()).isEqualTo("F32");
    assertThat(read.tensor("wide.weights").path("shape")).hasToString("[6,5]");
    float[][] weights = model.layers().wide().weights();
    float[] stored = read.values("wide.weights");
    for (int i = 0; i < 6; i++) {
      for (int o = 0; o < 5; o++) {
        assertThat(stored[i * 5 + o]).isEqualTo(weights[i][o]);
      }
    }
    assertThat(read.values("pixels.biases")).isEqualTo(model.layers().pixels().biases());
    assertThat((Files.size(file) - read.data.length) % 8).isZero();
    assertThat(read.metadata().path("venturi").textValue()).isEqualTo("1");
  }

  @Test
  void replacesAnOlderFile() throws IOException {
    Path file = folder.resolve("model.venturi");
    model(1).save(file);
    model(2).save(file);
    assertThat(Venturi.create().load(file, SmallAutoencoder.class).parameters())
        .isEqualTo(model(2).parameters());
    assertThat(files()).containsExactly("model.venturi");
  }

  /** Whoever may read what this user writes may read a model. */
  @Test
  void hasThePermissionsOfAnyNewFile() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path plain = Files.createFile(folder.resolve("plain"));
    Path file = folder.resolve("model.venturi");
    model(1).save(file);
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
  }

  // Saving that fails.

  @Test
  void refusesWhatNoArrayHolds() {
    Safetensors large =
        new Safetensors(
            new TreeMap<>(),
            List.of(new Safetensors.Entry("wide", 1 << 16, 1 << 13)),
            ByteBuffer.allocate(0));
    assertThatThrownBy(large::encode)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than the 2147483647 that a model file can");
  }

  private void assertUnwritable(Path path) throws IOException {
    List<String> before = files();
    assertThatThrownBy(() -> model(1).save(path))
        .isInstanceOfSatisfying(
            ModelFileException.class, e -> assertThat(e.kind()).isEqualTo(Message.MODEL_UNWRITABLE))
        .hasMessageStartingWith("[AE-274] " + path + " cannot be written: ");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void refusesAFolderThatIsNotThere() throws IOException {
    Path missing = folder.resolve("missing");
    assertUnwritable(missing.resolve("model.venturi"));
    assertThatThrownBy(() -> model(1).save(missing.resolve("model.venturi")))
        .hasMessage(
            "[AE-274] %s cannot be written: the folder %s does not exist. The file of that name, if"
                + " any, is as before.",
            missing.resolve("model.venturi"), missing);
  }

  @Test
  void refusesAFileForAFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertUnwritable(file.resolve("model.venturi"));
    assertThatThrownBy(() -> model(1).save(file.resolve("model.venturi")))
        .hasMessageContaining(file + " is no folder");
    assertThat(file).hasContent("mine");
  }

  @Test
  void refusesToReplaceAFolder() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertUnwritable(empty);
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.writeString(full.resolve("file"), "mine");
    assertUnwritable(full);
    assertThat(full.resolve("file")).hasContent("mine");
    assertUnwritable(folder.getRoot());
  }

  /** An interrupt closes a file under the thread that writes it. */
  @Test
  void anInterruptHindersNoSave() throws IOException {
    Path file = folder.resolve("model.venturi");
    model(1).save(file);
    Model<SmallAutoencoder> other = model(2);
    Thread.currentThread().interrupt();
    try {
      other.save(file);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
      assertThat(Venturi.create().load(file, SmallAutoencoder.class).parameters())
          .isEqualTo(other.parameters());
    } finally {
      boolean unused = Thread.interrupted();
    }
    assertThat(files()).containsExactly("model.venturi");
  }

  @Test
  void saysWhenTheDiskGivesOtherBytesBack() throws IOException {
    Path file = folder.resolve("model.venturi");
    model(1).save(file);
    byte[] before = Files.readAllBytes(file);
    FaultyDisk disk = new FaultyDisk();
    disk.keep = bytes -> Arrays.copyOf(bytes, bytes.length - 1);
    assertUnwritable(disk.path(file));
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void saysWhenTheDiskDidNotConfirmTheName() {
    Path file = folder.resolve("model.venturi");
    FaultyDisk disk = new FaultyDisk();
    disk.fail = "force folder"::equals;
    assertThatThrownBy(() -> model(1).save(disk.path(file)))
        .isInstanceOfSatisfying(
            ModelFileException.class,
            e -> assertThat(e.kind()).isEqualTo(Message.MODEL_UNCONFIRMED))
        .hasMessageStartingWith("[AE-279] " + file + " is written, whole and under its name, but");
    assertThat(Venturi.create().load(file, SmallAutoencoder.class).parameters())
        .isEqualTo(model(1).parameters());
  }

  @Test
  void aClosedModelIsNotSaved() throws IOException {
    Path file = folder.resolve("model.venturi");
    model(1).save(file);
    byte[] before = Files.readAllBytes(file);
    Model<SmallAutoencoder> closed = model(2);
    closed.close();
    assertThatThrownBy(() -> closed.save(file)).isInstanceOf(ModelClosedException.class);
    assertThat(file).hasBinaryContent(before);
    assertThat(files()).containsExactly("model.venturi");
  }

  // Loading into another spec.

  private void assertMismatch(TestNetwork saved, TestNetwork wanted, String difference) {
    Path file = folder.resolve("saved.venturi");
    Model.ofNetwork(saved.build(1), PROVENANCE, Use.PLAIN).save(file);
    AssembledNetwork target = wanted.build(2);
    float[] before = target.parameters().values().toArray();
    assertThatThrownBy(() -> ModelFile.read(file).into(target))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "[AE-273] %s is a model of Any and has %s in Any: load it with the spec that it was trained with.",
            file, difference);
    assertThat(target.parameters().values().toArray()).isEqualTo(before);
  }

  private static TestNetwork shape() {
    return TestNetwork.of(4).bottleneck("code", 2, new Tanh()).decoder("out", 4, new Sigmoid());
  }

  @Test
  void namesTheFirstDifferenceFromTheSpec() {
    assertMismatch(
        shape(),
        TestNetwork.of(5).bottleneck("code", 2, new Tanh()).decoder("out", 5, new Sigmoid()),
        "rows of 4 values instead of 5");
    assertMismatch(
        shape(),
        TestNetwork.of(4).bottleneck("code", 3, new Tanh()).decoder("out", 4, new Sigmoid()),
        "layer code (4 → 2, {activation=io.venturi.kernel.Tanh}) instead of code (4 → 3,"
            + " {activation=io.venturi.kernel.Tanh})");
    assertMismatch(
        shape(),
        TestNetwork.of(4).bottleneck("code", 2, new Relu()).decoder("out", 4, new Sigmoid()),
        "layer code (4 → 2, {activation=io.venturi.kernel.Tanh}) instead of code (4 → 2,"
            + " {activation=io.venturi.kernel.Relu})");
    assertMismatch(
        shape(),
        TestNetwork.of(4).bottleneck("middle", 2, new Tanh()).decoder("out", 4, new Sigmoid()),
        "layer code (4 → 2, {activation=io.venturi.kernel.Tanh}) instead of middle (4 → 2,"
            + " {activation=io.venturi.kernel.Tanh})");
    assertMismatch(shape(), shape().decoder("more", 4, new Sigmoid()), "2 layers instead of 3");
    assertMismatch(
        shape(),
        TestNetwork.of(4).bottleneck("code", 2, new Tanh()).tied("code", new Sigmoid()),
        "layer out (2 → 4, {activation=io.venturi.kernel.Sigmoid}) instead of codeMirrored (2 → 4,"
            + " {activation=io.venturi.kernel.Sigmoid, tiedTo=code})");
  }

  /** Trained parameters do not depend on how they started. */
  @Test
  void anotherInitializerIsNoDifference() throws IOException {
    Path file = folder.resolve("saved.venturi");
    model(1).save(file);
    ForgedFile forged = ForgedFile.of(file);
    forged
        .layer(0)
        .withObject("/attributes")
        .put("training.initializer", "io.venturi.kernel.HeNormal");
    forged.write(file);
    assertThat(Venturi.create().load(file, SmallAutoencoder.class).parameters())
        .isEqualTo(model(1).parameters());
  }
}
