package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.data.Dataset;
import io.venturi.data.Scaler;
import io.venturi.data.Scalers;
import io.venturi.model.Inference;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model with a scaler, reloaded in another process, gives the same bits for raw rows. */
class ScaledModelProcessTest {

  private static final float[][] ROWS = rows();

  @Test
  void scoresTheSameBitsInAnotherProcess(@TempDir Path folder)
      throws IOException, InterruptedException {
    for (Scaler scaler :
        new Scaler[] {Scalers.standard(), Scalers.minMax(-1, 1).clip(), Scalers.robust()}) {
      Model<?> model =
          Venturi.create()
              .trainer(Specs.TanhSpec.class)
              .scaler(scaler)
              .validationSplit(0.2)
              .epochs(3)
              .fit(Dataset.of(ROWS))
              .model();
      Path file = folder.resolve("model.venturi");
      model.save(file);

      assertThat(inAnotherProcess(file)).isEqualTo(scaler + bits(model));
    }
  }

  private static String inAnotherProcess(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                ScaledModelProcessTest.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.strip();
  }

  /** The other process. */
  public static void main(String[] args) {
    Model<?> model = Venturi.create().load(Path.of(args[0]), Specs.TanhSpec.class);
    System.out.println(model.scaling().orElseThrow() + bits(model));
  }

  /** Of codes, reconstructions and scores: of all rows together, and one by one. */
  private static String bits(Model<?> model) {
    Inference inference = model.inference();
    float[] code = new float[model.description().codeSize()];
    float[] row = new float[7];
    int single = 1;
    for (float[] each : ROWS) {
      inference.encode(each, code);
      inference.reconstruct(each, row);
      single = 31 * single + Arrays.hashCode(code);
      single = 31 * single + Arrays.hashCode(row);
      single = 31 * single + Double.hashCode(inference.score(each));
    }
    return " "
        + Arrays.deepHashCode(model.encode(ROWS))
        + " "
        + Arrays.deepHashCode(model.reconstruct(ROWS))
        + " "
        + Arrays.hashCode(inference.score(ROWS))
        + " "
        + single;
  }

  /** Features of very different units. */
  private static float[][] rows() {
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[600][7];
    for (float[] row : rows) {
      double cause = random.nextDouble(-1, 1);
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) (Math.pow(10, i - 3) * (5 + cause + 0.3 * random.nextDouble()));
      }
    }
    return rows;
  }
}
