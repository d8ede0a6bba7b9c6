package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.all.DetectorSpecs.DrawnSpec;
import io.venturi.all.DetectorSpecs.PairedSpec;
import io.venturi.all.DetectorSpecs.TableSpec;
import io.venturi.anomaly.AnomalyDetection;
import io.venturi.anomaly.Detector;
import io.venturi.anomaly.Measure;
import io.venturi.data.Dataset;
import io.venturi.error.SpecException;
import io.venturi.generation.Generation;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which models draw their codes: their types say so, and nobody guesses it from widths. */
class GaussianPosteriorTest {

  private static final Dataset ROWS = Dataset.of(DetectorTest.normals(80, 3));

  @TempDir Path folder;

  private static <S> Model<S> trained(Venturi venturi, Class<S> spec) {
    return venturi.trainer(spec).epochs(2).fit(ROWS).model();
  }

  private void require(Venturi venturi, Class<?> spec, boolean isGaussian) {
    Model<?> model = trained(venturi, spec);
    Path file = folder.resolve("model.venturi");
    model.save(file);
    assertThat(model.hasGaussianPosterior()).isEqualTo(isGaussian);
    assertThat(venturi.load(file, spec).hasGaussianPosterior()).isEqualTo(isGaussian);
    assertThat(venturi.load(file).hasGaussianPosterior()).isEqualTo(isGaussian);
  }

  @Test
  void modelsSaySoWithAndWithoutTheirSpecs() {
    require(Venturi.create(), DrawnSpec.class, true);
    require(Venturi.create(), TableSpec.class, false);
    require(PairedPlugin.runtime(folder), PairedSpec.class, false);
  }

  @Test
  void twoNumbersAUnitMayBeSomethingElse() {
    Venturi venturi = PairedPlugin.runtime(folder);
    Model<PairedSpec> model = trained(venturi, PairedSpec.class);
    assertThat(model.description().codeSize()).isEqualTo(2 * model.description().latentSize());
    AnomalyDetection detection = venturi.application(AnomalyDetection.class);
    Detector<PairedSpec> detector = detection.of(model, ROWS);
    assertThat(detector.measures())
        .containsExactly(Measure.WEIGHTED_ERROR, Measure.RESIDUAL_DISTANCE, Measure.CODE_DISTANCE);
    assertThatThrownBy(
            () ->
                detection
                    .fitting(PairedSpec.class)
                    .measures(Measure.RECONSTRUCTION_PROBABILITY)
                    .training(trainer -> trainer.epochs(1))
                    .fit(ROWS))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("[AE-416] ");
    Generation generation = venturi.application(Generation.class);
    assertThatThrownBy(() -> generation.sample(model, 3, 1))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("[AE-449] ");
    assertThat(generation.sample(trained(venturi, DrawnSpec.class), 3, 1)).isNotNull();
  }
}
