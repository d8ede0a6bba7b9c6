package io.venturi.samples.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.data.Dataset;
import io.venturi.error.SpecException;
import io.venturi.generation.Generation;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.FashionMnist;
import io.venturi.samples.datasets.Samples;
import io.venturi.variational.GenerativeModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {

  @Test
  void aShortRunWritesTheReportAndTheClosingLine(@TempDir Path folder) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    idx(data.resolve("train-images-idx3-ubyte"), FashionMnist.train().slice(0, 600));
    idx(data.resolve("t10k-images-idx3-ubyte"), FashionMnist.test().slice(0, 200));
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    int exit;
    try {
      exit =
          Samples.run(
              new Generator(),
              "--data=" + data,
              "--epochs=2",
              "--components=3",
              "--out=" + folder.resolve("out"));
    } finally {
      System.setOut(console);
    }

    assertThat(exit).isZero();
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.get(lines.size() - 1))
        .matches(
            "generation: precision [01]\\.\\d{3} recall [01]\\.\\d{3} \\(prior\\), [01]\\.\\d{3}"
                + " [01]\\.\\d{3} \\(mixture\\), nearest-training distance ratio \\d\\.\\d{3}, -log"
                + " p\\(x\\) \\d{3}\\.\\d{2}");
    assertThat(folder.resolve("out").resolve("report.html"))
        .content()
        .contains(
            "Drawn from the standard normal prior",
            "Traversal",
            "Interpolation",
            "Manifold",
            "-log p(x) of test images",
            "held out");
  }

  private static void idx(Path file, Dataset images) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (int number : new int[] {0x803, images.size(), 28, 28}) {
      bytes.write(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
    for (float[] image : images.toArray()) {
      for (float pixel : image) {
        bytes.write(Math.round(255 * pixel));
      }
    }
    Files.write(file, bytes.toByteArray());
  }

  @Test
  void thePriorOfGenerationIsThatOfGenerativeModel() {
    Venturi venturi = Venturi.create();
    Model<?> model =
        venturi
            .trainer(VariationalAutoencoder.class)
            .epochs(1)
            .fit(FashionMnist.train().slice(0, 200))
            .model();
    assertThat(venturi.application(Generation.class).sample(model, 5, 3).rows())
        .isDeepEqualTo(GenerativeModel.of(model).sample(5, 3));
  }

  @Test
  void codesWithoutVariancesHaveNoPrior() {
    Venturi venturi = Venturi.create();
    Model<?> model =
        venturi
            .trainer(VanillaAutoencoder.class)
            .epochs(1)
            .fit(FashionMnist.train().slice(0, 200))
            .model();
    Generation generation = venturi.application(Generation.class);
    assertThatThrownBy(() -> generation.sample(model, 5, 3))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("[AE-449] VanillaAutoencoder is not variational");
  }
}
