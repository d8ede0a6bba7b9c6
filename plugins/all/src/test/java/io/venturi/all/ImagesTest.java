package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Layer;
import io.venturi.data.Dataset;
import io.venturi.generation.CodeDistribution;
import io.venturi.generation.CodeWalk;
import io.venturi.generation.GeneratedRows;
import io.venturi.generation.Generation;
import io.venturi.generation.Marginals;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.spi.LayerDescription;
import io.venturi.train.Training;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Specs of images, trained. */
class ImagesTest {

  private static final Venturi VENTURI = Venturi.create();

  static List<Class<?>> specs() {
    return List.of(
        ImageSpecs.WrittenOut.class,
        ImageSpecs.MirroredConvolutions.class,
        ImageSpecs.TiedConvolutions.class,
        ImageSpecs.Pooling.class,
        ImageSpecs.ManyShards.class,
        ImageSpecs.Odd.class,
        ImageSpecs.Even.class);
  }

  private static Dataset rows(Class<?> spec, int count) {
    int width =
        Arrays.stream(spec.getAnnotation(Autoencoder.class).input()).reduce(1, (a, b) -> a * b);
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[count][width];
    for (float[] row : rows) {
      double shade = random.nextDouble();
      for (int i = 0; i < width; i++) {
        row[i] = (float) (shade * (0.5 + 0.5 * Math.sin(i * (1 + shade))));
      }
    }
    return Dataset.of(rows);
  }

  private static <S> Training<S> train(Class<S> spec, int epochs) {
    return VENTURI.trainer(spec).epochs(epochs).batchSize(256).seed(7).fit(rows(spec, 700));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void learn(Class<?> spec) {
    Training<?> run = train(spec, 3);
    assertThat(run.history().last().loss()).isLessThan(run.history().epochs().get(0).loss());
  }

  /** 27 → 14 → 7 and 28 → 14 → 7, and back to the very size. */
  @Test
  void mirrorsMakeTheSizeThatEntered() {
    assertThat(shapes(ImageSpecs.Odd.class))
        .containsExactly(
            List.of(14, 14, 2),
            List.of(7, 7, 3),
            List.of(5),
            List.of(7, 7, 3),
            List.of(14, 14, 2),
            List.of(27, 27, 1));
    assertThat(shapes(ImageSpecs.Even.class))
        .containsExactly(
            List.of(14, 14, 2),
            List.of(7, 7, 3),
            List.of(5),
            List.of(7, 7, 3),
            List.of(14, 14, 2),
            List.of(28, 28, 1));
  }

  private static List<List<Integer>> shapes(Class<?> spec) {
    return train(spec, 1).model().description().layers().stream()
        .map(LayerDescription::outputShape)
        .toList();
  }

  @Test
  void layersShowTheirFilters() {
    Model<ImageSpecs.Even> model = train(ImageSpecs.Even.class, 1).model();
    Layer quarter = model.layers().quarter();
    assertThat(quarter)
        .hasToString("quarter: convolution of 3 filters, 3x3 stride 2x2 dilation 1x1 pad 0x0");
    assertThat(quarter.block("weights").shape()).containsExactly(3, 3, 2, 3);
    assertThat(quarter.weights()).hasDimensions(18, 3);
    assertThat(quarter.biases()).hasSize(3);
    assertThat(model.layer("quarterMirrored").block("weights").shape()).containsExactly(3, 3, 2, 3);
    assertThat(model.layer("quarterMirrored").biases()).hasSize(2);
  }

  /** Channels that are no colours are no image: they are curves. */
  @Test
  void whatImagesAreDrawnFromIsDrawnAsImages() {
    Generation generation = VENTURI.application(Generation.class);
    for (Class<?> spec : List.of(ImageSpecs.Odd.class, ImageSpecs.WrittenOut.class)) {
      Model<?> model = train(spec, 1).model();
      CodeDistribution codes = CodeDistribution.standardNormal(model.codeSize());
      GeneratedRows drawn = generation.sample(model, codes, 4, 1);
      CodeWalk walk =
          generation.traverse(
              model, drawn.rows()[0], Marginals.standardNormal(model.codeSize()), 3);
      String kind = spec == ImageSpecs.Odd.class ? "images" : "lines";
      assertThat(RecordedReport.of(drawn).kinds()).containsOnly(kind);
      assertThat(RecordedReport.of(walk).kinds()).containsOnly(kind);
    }
  }
}
