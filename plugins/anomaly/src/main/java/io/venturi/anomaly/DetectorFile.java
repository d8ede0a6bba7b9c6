package io.venturi.anomaly;

import io.venturi.error.ModelFileException;
import io.venturi.model.Attachment;
import io.venturi.model.Model;
import io.venturi.model.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A detector as attachments of its model's file: one, and one more for each measure that was added,
 * so that names in the one never meet those in another. What is read is not trusted.
 */
final class DetectorFile {

  static final String NAME = "anomaly";

  private static final String FORMAT = "format";
  private static final String VERSION = "1";
  private static final String MEASURES = "measures";
  private static final String THRESHOLD = "threshold";
  private static final String THRESHOLD_BY = "threshold-by";
  private static final String FEATURES = "features";
  private static final String CALIBRATION = "calibration";
  private static final String TRIMMED = "calibration-trimmed";
  private static final String CONSTANTS = "constants";
  private static final String IS_CONSTANT = "is-constant";

  private final ModelFile file;
  private final Attachment attachment;
  private final List<Measure> measures;

  private DetectorFile(ModelFile file, Attachment attachment, List<Measure> measures) {
    this.file = file;
    this.attachment = attachment;
    this.measures = measures;
  }

  static Attachment[] attachments(Detector<?> detector, Scorer scorer) {
    Attachment.Builder builder =
        Attachment.named(NAME)
            .field(FORMAT, VERSION)
            .field(
                MEASURES,
                scorer.measures().stream().map(Measure::name).collect(Collectors.joining(" ")));
    detector
        .threshold()
        .ifPresent(
            score ->
                builder
                    .field(THRESHOLD, Double.toString(score)) // May be infinite: nothing is above.
                    .field(THRESHOLD_BY, detector.thresholdDescription()));
    if (!detector.featureNames().isEmpty()) {
      builder.field(FEATURES, String.join("\n", detector.featureNames()));
    }
    if (detector.calibration().size() > 0) {
      builder.array(CALIBRATION, detector.calibration().sorted());
      if (detector.calibration().trimmed() > 0) {
        builder.field(TRIMMED, detector.calibration().trimmed());
      }
    }
    float[] constants = scorer.pass().constants().values();
    float[] isConstant = new float[constants.length];
    for (int i = 0; i < constants.length; i++) {
      isConstant[i] = Float.isNaN(constants[i]) ? 0 : 1;
      constants[i] = Float.isNaN(constants[i]) ? 0 : constants[i];
    }
    builder.array(CONSTANTS, constants).array(IS_CONSTANT, isConstant);
    List<Attachment> added = new ArrayList<>();
    for (Component component : scorer.components()) {
      if (Measures.isBuiltIn(component.measure())) {
        component.fitted().attach(builder);
      } else {
        Attachment.Builder own = Attachment.named(nameOf(component.measure()));
        component.fitted().attach(own);
        added.add(own.build());
      }
    }
    scorer.attachUnits(builder);
    added.add(0, builder.build());
    return added.toArray(Attachment[]::new);
  }

  /** The attachment of a measure that was added. */
  private static String nameOf(Measure measure) {
    return NAME + "-" + measure.name();
  }

  /**
   * The detector that a file has.
   *
   * @param known measures by name
   * @throws ModelFileException if it is not sound, or by a measure that is not known
   */
  static DetectorFile of(ModelFile file, Map<String, Measure> known) {
    Attachment attachment = file.attachment(NAME).orElseThrow();
    List<Measure> measures = new ArrayList<>();
    try {
      require(attachment.text(FORMAT).equals(VERSION), "is of another version than " + VERSION);
      for (String name : attachment.text(MEASURES).split(" ", -1)) {
        require(Measures.isName(name), "has a measure without a sound name");
        Measure measure = known.get(name);
        if (measure == null) {
          throw new ModelFileException(AnomalyMessage.UNKNOWN_MEASURE, file.path(), name);
        }
        require(!measures.contains(measure), "has " + name + " twice");
        measures.add(measure);
      }
    } catch (IllegalArgumentException e) {
      throw file.damaged(e);
    }
    return new DetectorFile(file, attachment, measures);
  }

  /**
   * The detector on a model that was loaded from the same file; closes it if that fails.
   *
   * @throws ModelFileException if the file's is none that fits the model
   */
  <S> Detector<S> read(Model<S> model) {
    try {
      return detector(model);
    } catch (IllegalArgumentException e) {
      model.close();
      throw file.damaged(e);
    } catch (RuntimeException e) { // What a measure that was added throws is its own.
      model.close();
      throw e;
    }
  }

  private <S> Detector<S> detector(Model<S> model) {
    Pass pass = new Pass(model, constants(attachment, model));
    List<Component> components = new ArrayList<>();
    for (Measure measure : measures) {
      require(measure.fits(model), "is by " + measure.name() + ", which does not fit the model");
      components.add(new Component(measure, measure.read(state(measure), pass)));
    }
    Scorer scorer = new Scorer(pass, components, Scorer.units(attachment, components.size()));
    Detector<S> detector = Detector.of(model, scorer, calibration(attachment), List.of());
    if (attachment.has(THRESHOLD)) {
      detector = detector.with(new Limit(threshold(attachment), attachment.text(THRESHOLD_BY)));
    }
    if (attachment.has(FEATURES)) {
      List<String> names = List.of(attachment.text(FEATURES).split("\n", -1));
      require(
          names.size() == model.inputs() && !names.contains(""),
          "has " + names.size() + " names for " + model.inputs() + " features");
      detector = detector.withFeatureNames(names);
    }
    return detector;
  }

  private static Calibration calibration(Attachment attachment) {
    if (!attachment.has(CALIBRATION)) {
      return Calibration.of();
    }
    double trimmed = attachment.has(TRIMMED) ? attachment.number(TRIMMED) : 0;
    require(trimmed >= 0 && trimmed <= 0.5, "has a share of calibration rows of " + trimmed);
    return Calibration.ofTrimmed(trimmed, attachment.doubles(CALIBRATION));
  }

  private static Constants constants(Attachment attachment, Model<?> model) {
    float[] constants = attachment.floats(CONSTANTS);
    float[] isConstant = attachment.floats(IS_CONSTANT);
    require(
        constants.length == model.inputs() && isConstant.length == model.inputs(),
        "is of rows of " + constants.length + " values");
    for (int i = 0; i < constants.length; i++) {
      constants[i] = isConstant[i] == 0 ? Float.NaN : constants[i];
    }
    return new Constants(constants, model.scaling().isPresent());
  }

  /** What a measure has written: of those that are there, beside what else a detector is. */
  private Attachment state(Measure measure) {
    if (Measures.isBuiltIn(measure)) {
      return attachment;
    }
    return file.attachment(nameOf(measure))
        .orElseThrow(
            () -> new IllegalArgumentException("its " + nameOf(measure) + " is not there"));
  }

  private static double threshold(Attachment attachment) {
    double score;
    try {
      score = Double.parseDouble(attachment.text(THRESHOLD));
    } catch (NumberFormatException e) {
      score = Double.NaN;
    }
    require(!Double.isNaN(score), "has a threshold that is no number");
    return score;
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new IllegalArgumentException("its " + NAME + " " + fault);
    }
  }
}
