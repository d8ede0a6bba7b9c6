package io.venturi.anomaly;

import io.venturi.application.Models;
import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.data.ValueRange;
import io.venturi.error.ModelFileException;
import io.venturi.model.Model;
import io.venturi.model.ModelFile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Makes detectors of anomalies out of normal rows:
 *
 * <pre>{@code
 * AnomalyDetection detection = venturi.application(AnomalyDetection.class);
 * Detector<Table> detector = detection.fit(Table.class, normals);
 * double[] scores = detector.score(rows);
 * Judgement judgement = detector.judge(row);
 * detector.save(path);
 * }</pre>
 *
 * <p>A model learns to reconstruct normal rows; what it then reconstructs badly, or finds unlike
 * them in its code, is scored high. Stateless and thread-safe.
 *
 * <p>What is promised of false positives takes calibration rows that are normal, all of them. Of
 * rows that may hold anomalies say so, by {@link Trimmed} on the spec or {@link
 * Fitting#contaminated}: otherwise the threshold lies among the anomalies, and few are found.
 */
public final class AnomalyDetection {

  private final Models models;

  @Inject
  AnomalyDetection(Models models) {
    this.models = models;
  }

  /**
   * Trains a model of this spec on normal rows and makes a detector of it, with settings that
   * follow from the number of rows and whether they are known to lie in [0, 1]: see {@link
   * Fitting}.
   *
   * @param normals 20 or more; some of them are set aside to calibrate thresholds
   * @throws io.venturi.error.DataException if there are fewer, or values that are not finite
   */
  public <S> Detector<S> fit(Class<S> spec, Dataset normals) {
    return fitting(spec).fit(normals);
  }

  /** The same of rows given as arrays, (rows, features). */
  public <S> Detector<S> fit(Class<S> spec, float[][] normals) {
    return fit(spec, Dataset.of("the normal data", normals));
  }

  /** As {@link #fit}, where something is to be set first. */
  public <S> Fitting<S> fitting(Class<S> spec) {
    return new Fitting<>(models.trainer(spec));
  }

  /**
   * A detector on a model that was trained already.
   *
   * @param normals normal rows that the model was not trained on, 20 or more: from some it is
   *     learned what the model usually makes of normal rows, the others calibrate thresholds; of a
   *     spec with {@link Trimmed}, they may hold so many anomalies, as in {@link
   *     Fitting#contaminated}
   */
  public <S> Detector<S> of(Model<S> model, Dataset normals) {
    return of(model, normals, Calibrating.contaminatedBy(model));
  }

  /**
   * The same with rows of which some may be anomalies.
   *
   * @param contaminated the share that may be, in [0, 0.5]: {@link Fitting#contaminated}
   * @throws io.venturi.error.DataException also if it is not
   */
  public <S> Detector<S> of(Model<S> model, Dataset rows, double contaminated) {
    Fitting.requireShare(contaminated);
    requireRows(rows, model);
    return new Calibrating(Calibrating.AUTO, 42).of(model, rows, contaminated);
  }

  /**
   * Loads a detector.
   *
   * @param others measures of your own that it may have been fitted by: a file has their names and
   *     what they have learned
   * @throws ModelFileException if the file is not sound, has no detector in it, one of another
   *     model, or one by a measure that is not among these
   * @throws io.venturi.error.DataException if two measures have one name
   */
  public <S> Detector<S> load(Path path, Class<S> spec, Measure... others) {
    Objects.requireNonNull(spec, "spec");
    Map<String, Measure> known = Measures.known(others);
    ModelFile file = ModelFile.read(path);
    if (file.attachment(DetectorFile.NAME).isEmpty()) {
      throw new ModelFileException(AnomalyMessage.NO_DETECTOR, path);
    }
    return DetectorFile.of(file, known).read(models.load(file, spec));
  }

  static void requireRows(Dataset rows, Model<?> model) {
    Objects.requireNonNull(rows, "rows");
    DataChecks.requireWidth(rows, model.inputs(), model.description().simpleName());
    DataChecks.require(rows, rows.name(), ValueRange.FINITE.withGaps(model.gaps().allowed()));
  }
}
