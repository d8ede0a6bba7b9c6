package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.all.DetectorSpecs.TableSpec;
import io.venturi.anomaly.AnomalyDetection;
import io.venturi.anomaly.Detector;
import io.venturi.anomaly.FittedMeasure;
import io.venturi.anomaly.Fitting;
import io.venturi.anomaly.Measure;
import io.venturi.anomaly.MeasureLearner;
import io.venturi.anomaly.Pass;
import io.venturi.anomaly.RowBlock;
import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.error.DataException;
import io.venturi.error.ModelFileException;
import io.venturi.error.SpecException;
import io.venturi.model.Attachment;
import io.venturi.model.Model;
import io.venturi.model.ModelFile;
import io.venturi.runtime.Venturi;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors by measures that are not Venturi's. */
class DetectorMeasureTest {

  private static final Venturi VENTURI = Venturi.create();
  private static final AnomalyDetection DETECTION = VENTURI.application(AnomalyDetection.class);
  private static final float[][] ROWS = DetectorTest.normals(1_500, 51);

  private static Detector<TableSpec> alone;
  private static Detector<TableSpec> mixed;

  @TempDir Path folder;

  @BeforeAll
  static void fit() {
    alone = fit(fitting().measures(new LargestResidual()));
    mixed =
        fit(
            fitting()
                .measures(new LargestResidual(), Measure.CODE_DISTANCE, Measure.WEIGHTED_ERROR));
  }

  private static Fitting<TableSpec> fitting() {
    return DETECTION.fitting(TableSpec.class).training(trainer -> trainer.epochs(2));
  }

  private static Detector<TableSpec> fit(Fitting<TableSpec> fitting) {
    return fitting.fit(Dataset.of(DetectorTest.normals(300, 52)));
  }

  @Test
  void scoresAreItsContributions() {
    for (float[] row : Arrays.copyOf(ROWS, 20)) {
      double[] contributions = alone.contributions(row);
      assertThat(DoubleStream.of(contributions).filter(value -> value > 0)).hasSize(1);
      assertThat(DoubleStream.of(contributions).sum()).isPositive().isEqualTo(alone.score(row));
    }
    float[] broken = ROWS[0].clone();
    broken[3] = 1; // A thousand times what it ever is.
    assertThat(alone.judge(broken).isAnomaly()).isTrue();
    assertThat(alone.judge(broken).contributions().get(0).feature()).isEqualTo(3);
  }

  /** Those that are there come first, in their order, whatever they are given in. */
  @Test
  void addsUpWithOthers() {
    assertThat(mixed.measures().stream().map(Measure::name))
        .containsExactly("WEIGHTED_ERROR", "CODE_DISTANCE", "largest-residual");
    assertThat(mixed).asString().contains("by [WEIGHTED_ERROR, CODE_DISTANCE, largest-residual],");
    double[] contributions = mixed.contributions(ROWS[1]);
    assertThat(DoubleStream.of(contributions).sum()).isCloseTo(mixed.score(ROWS[1]), within(1e-12));
    Detector<TableSpec> others =
        fit(fitting().measures(Measure.WEIGHTED_ERROR, Measure.CODE_DISTANCE));
    assertThat(mixed.score(ROWS)).isNotEqualTo(others.score(ROWS));
  }

  @Test
  void streamsHaveTheSameBits() {
    double[] scores = new double[ROWS.length];
    mixed.score(
        RowStream.of("rows", () -> Arrays.asList(ROWS).iterator(), 6),
        (row, score) -> scores[(int) row] = score);
    assertThat(scores).isEqualTo(mixed.score(ROWS));
  }

  @Test
  void comesBackWithTheSameBits() {
    Path file = folder.resolve("mixed.venturi");
    mixed.save(file);
    Detector<TableSpec> again = DETECTION.load(file, TableSpec.class, new LargestResidual());
    assertThat(again.score(ROWS)).isEqualTo(mixed.score(ROWS));
    assertThat(again.judge(ROWS[0])).isEqualTo(mixed.judge(ROWS[0]));
    assertThat(again).hasToString(mixed.toString());
    assertThat(VENTURI.load(file).fingerprint()).isEqualTo(mixed.model().fingerprint());
    assertThatThrownBy(() -> DETECTION.load(file, TableSpec.class))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "[AE-424] %s holds a detector by the measure largest-residual, which is not known here:"
                + " give that measure to load as well, detection.load(path, spec, measure).",
            file);
  }

  /** One more that is known does no harm. */
  @Test
  void loadsByThoseThatAreInTheFile() {
    Path file = folder.resolve("built-in.venturi");
    Detector<TableSpec> builtIn = fit(fitting().measures(Measure.WEIGHTED_ERROR));
    builtIn.save(file);
    assertThat(DETECTION.load(file, TableSpec.class, new LargestResidual()).score(ROWS))
        .isEqualTo(builtIn.score(ROWS));
  }

  @Test
  void refusesFilesWhoseStateIsNotSound() {
    Path file = folder.resolve("alone.venturi");
    alone.save(file);
    Attachment detector = ModelFile.read(file).attachment("anomaly").orElseThrow();
    Model<TableSpec> model = alone.model();
    model.save(file, detector);
    assertDamaged(file, "its anomaly-largest-residual is not there");
    model.save(
        file,
        detector,
        Attachment.named("anomaly-largest-residual").array("units", new double[2]).build());
    assertDamaged(file, "its anomaly-largest-residual's units has 2 values, not 1");
  }

  private static void assertDamaged(Path file, String why) {
    assertThatThrownBy(() -> DETECTION.load(file, TableSpec.class, new LargestResidual()))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "[AE-271] %s is not a sound model file: %s. Nothing was loaded; use a good copy.",
            file, why);
  }

  @Test
  void refusesContributionsThatAreNone() {
    assertRefused(
        contributions -> with(contributions, 8, Float.NaN),
        "[AE-426] Measure faulty gives feature 2 of row 1 of ",
        " a contribution of NaN: make it 0 or more, as a share of a sum.");
    assertRefused(
        contributions -> with(contributions, 0, -1),
        "[AE-426] Measure faulty gives feature 0 of row 0 of ",
        " a contribution of -1.0: make it 0 or more, as a share of a sum.");
    assertRefused(
        contributions -> new float[5],
        "[AE-425] Measure faulty gives 5 contributions for ",
        " rows of 6 features: it must give 1200, row after row.");
  }

  private static float[] with(float[] values, int at, float value) {
    values[at] = value;
    return values;
  }

  private static void assertRefused(UnaryOperator<float[]> fault, String start, String end) {
    Fitting<TableSpec> faulty = fitting().measures(new Changed("faulty", true, fault));
    assertThatThrownBy(() -> fit(faulty))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(start)
        .hasMessageEndingWith(end);
  }

  /** After a sound fit, too: rows are numbered through, however many go together. */
  @Test
  void refusesThemOfLaterRows() {
    Detector<TableSpec> later =
        fit(fitting().measures(new Changed("later", true, DetectorMeasureTest::faultyWhenFew)));
    assertThat(later.score(Arrays.copyOf(ROWS, 1_024))).doesNotContain(0);
    assertThatThrownBy(() -> later.score(Arrays.copyOf(ROWS, 1_025)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-426] Measure later gives feature 1 of row 1024 of the data a contribution of NaN:"
                + " make it 0 or more, as a share of a sum.");
  }

  private static float[] faultyWhenFew(float[] contributions) {
    return contributions.length == 6 ? with(contributions, 1, Float.NaN) : contributions;
  }

  @Test
  void refusesNamesThatMeanNothingOrSomethingElse() {
    for (String name : new String[] {"", "two words", "9", "a.b", "a".repeat(81)}) {
      assertThatThrownBy(() -> fitting().measures(sound(name)))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-423] A measure is called \"%s\", which files cannot keep: give it a name of its"
                  + " own, a letter and up to 79 letters, digits, _ and -.",
              name);
    }
    assertThatThrownBy(() -> fitting().measures(sound("CODE_DISTANCE")))
        .hasMessageStartingWith("[AE-423] A measure is called \"CODE_DISTANCE\", as another one");
    assertThatThrownBy(() -> fitting().measures(sound("one"), sound("one")))
        .hasMessageStartingWith("[AE-423] A measure is called \"one\", as another one is: ");
    assertThatThrownBy(
            () -> DETECTION.load(folder.resolve("x"), TableSpec.class, sound("WEIGHTED_ERROR")))
        .hasMessageStartingWith("[AE-423] ");
  }

  @Test
  void refusesModelsThatItDoesNotFit() {
    Measure misfit = new Changed("misfit", false, UnaryOperator.identity());
    assertThatThrownBy(() -> fit(fitting().measures(misfit)))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-427] The measure misfit does not fit the model of TableSpec: choose other"
                + " measures, or another type of model.");
  }

  private static Measure sound(String name) {
    return new Changed(name, true, UnaryOperator.identity());
  }

  /** Ones, changed. */
  private static final class Changed implements Measure {

    private final String name;
    private final boolean fits;
    private final UnaryOperator<float[]> change;

    Changed(String name, boolean fits, UnaryOperator<float[]> change) {
      this.name = name;
      this.fits = fits;
      this.change = change;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean fits(Model<?> model) {
      return fits;
    }

    @Override
    public MeasureLearner learner(Pass pass) {
      return new MeasureLearner() {
        @Override
        public void add(RowBlock block) {}

        @Override
        public FittedMeasure learned() {
          return fitted();
        }
      };
    }

    @Override
    public FittedMeasure read(Attachment state, Pass pass) {
      return fitted();
    }

    private FittedMeasure fitted() {
      return new FittedMeasure() {
        @Override
        public float[] contributions(RowBlock block) {
          float[] ones = new float[block.rows().length];
          Arrays.fill(ones, 1);
          return change.apply(ones);
        }

        @Override
        public void attach(Attachment.Builder state) {}
      };
    }
  }
}
