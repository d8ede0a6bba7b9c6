package io.venturi.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.FashionMnist;
import io.venturi.samples.datasets.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front door opens: a short run writes what it says and prints the closing line. */
class QuickstartTest {

  @Test
  void trainsSavesAndPrints(@TempDir Path folder) {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    int exit;
    try {
      exit = Samples.run(new Quickstart(), "--epochs", "5", "--out", folder.toString());
    } finally {
      System.setOut(console);
    }

    assertThat(exit).isZero();
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.get(lines.size() - 2)).isEqualTo("report: " + folder.resolve("report.html"));
    assertThat(lines.get(lines.size() - 1))
        .matches(
            "quickstart: test MSE 0\\.\\d{5}, PCA-32 test MSE 0\\.01537, 5 epochs, \\d+\\.\\d s");
    // At five epochs PCA is ahead.
    assertThat(folder.resolve("report.html"))
        .content()
        .contains("Use PCA, which does better", "originals", "complete, epoch 5 is kept", "@Mean");
    assertThat(folder.resolve("reconstructions.png")).isNotEmptyFile();
    Model<FashionAutoencoder> model =
        Venturi.create().load(folder.resolve("fashion.venturi"), FashionAutoencoder.class);
    // The mean image gives 0.086; five epochs on 8,000 images are far below it.
    assertThat(model.meanSquaredError(FashionMnist.test())).isLessThan(0.04);
  }
}
