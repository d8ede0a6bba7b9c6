package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.kernel.Backend;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.train.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Same seed and data: same bits in another process, on another number of threads. */
class DeterminismTest {

  private static final Venturi VENTURI = Venturi.create();

  /** Who goes on with less dropout need not start again. */
  @Test
  void whatMattersToTrainingAloneMayChange() {
    float[][] rows = new float[64][7];
    for (int r = 0; r < rows.length; r++) {
      rows[r][r % 7] = 1;
    }
    Model<?> model =
        VENTURI.trainer(NormalizedSpecs.DropoutSpec.class).epochs(2).fit(Dataset.of(rows)).model();

    Model<?> more =
        VENTURI
            .trainer(NormalizedSpecs.LessDropoutSpec.class)
            .from(model)
            .epochs(1)
            .fit(Dataset.of(rows))
            .model();

    assertThat(more.parameters()).isNotEqualTo(model.parameters());
    assertThat(more.meanSquaredError(Dataset.of(rows)))
        .isLessThan(model.meanSquaredError(Dataset.of(rows)));
  }

  @Test
  void anotherProcessGivesTheSameBits() throws IOException, InterruptedException {
    assertThat(inAnotherProcess("-Dventuri.blas=cblas"))
        .isEqualTo("cblas " + train(2).model().fingerprint());
  }

  /** Where cblas cannot be called, ND4J's operations train the same model, but for last bits. */
  @Test
  void theFallbackTrainsToo() throws IOException, InterruptedException {
    String[] words = inAnotherProcess("-Dventuri.blas=nd4j").split(" ", -1);
    Training<?> here = train(2);

    assertThat(words[0]).isEqualTo("nd4j");
    assertThat(Double.parseDouble(words[2])).isCloseTo(here.history().last().loss(), within(1e-5));
    if (Backend.describe().blasLibrary().startsWith("OpenBLAS")) { // MKL's sums are the same.
      assertThat(words[1]).isNotEqualTo(here.model().fingerprint());
    }
  }

  /** Route, fingerprint and loss; without the loss on the usual route, which has the same bits. */
  private static String inAnotherProcess(String option) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                option,
                "-cp",
                System.getProperty("java.class.path"),
                DeterminismTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.strip();
  }

  /** The other process. */
  public static void main(String[] args) {
    Training<?> run = train(1);
    String route = Backend.describe().matrixProduct();
    String loss = route.equals("cblas") ? "" : " " + run.history().last().loss();
    System.out.println(route + " " + run.model().fingerprint() + loss);
  }

  private static Training<Specs.ManyShardsSpec> train(int threads) {
    return VENTURI
        .trainer(Specs.ManyShardsSpec.class)
        .epochs(2)
        .batchSize(256)
        .validationSplit(0.1)
        .seed(7)
        .threads(threads)
        .fit(rows());
  }

  private static Dataset rows() {
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[1100][64];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextDouble();
      }
    }
    return Dataset.of(rows);
  }
}
