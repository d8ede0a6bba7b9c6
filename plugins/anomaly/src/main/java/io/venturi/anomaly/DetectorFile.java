package io.venturi.anomaly;

import io.venturi.model.Attachment;
import io.venturi.model.Model;
import io.venturi.model.ModelFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A detector as an attachment of its model's file. What is read is not trusted. */
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

  private DetectorFile() {}

  static Attachment attachment(Detector<?> detector, Scorer scorer) {
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
    scorer.attach(builder);
    return builder.build();
  }

  /**
   * The detector on a model that was loaded from the same file.
   *
   * @throws io.venturi.error.ModelFileException if the file's is none that fits the model
   */
  static <S> Detector<S> read(ModelFile file, Model<S> model) {
    Attachment attachment = file.attachment(NAME).orElseThrow();
    try {
      return read(attachment, model);
    } catch (IllegalArgumentException e) {
      model.close();
      throw file.damaged(e);
    }
  }

  private static <S> Detector<S> read(Attachment attachment, Model<S> model) {
    require(attachment.text(FORMAT).equals(VERSION), "is of another version than " + VERSION);
    Pass pass = new Pass(model, constants(attachment, model));
    List<Component> components = new ArrayList<>();
    for (Measure measure : measures(attachment.text(MEASURES))) {
      components.add(component(measure, attachment, pass));
    }
    Scorer scorer = new Scorer(pass, components, Scorer.units(attachment, components.size()));
    Detector<S> detector = Detector.of(model, scorer, calibration(attachment), List.of());
    if (attachment.has(THRESHOLD)) {
      detector = detector.withThreshold(threshold(attachment), attachment.text(THRESHOLD_BY));
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

  private static Set<Measure> measures(String text) {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    for (String name : text.split(" ", -1)) {
      require(
          Arrays.stream(Measure.values()).anyMatch(known -> known.name().equals(name)),
          "has a measure that is not known here");
      measures.add(Measure.valueOf(name));
    }
    return measures;
  }

  private static Component component(Measure measure, Attachment attachment, Pass pass) {
    int width = pass.model().inputs();
    return switch (measure) {
      case WEIGHTED_ERROR -> WeightedError.of(attachment, width);
      case RESIDUAL_DISTANCE -> ResidualDistance.of(attachment, width);
      case CODE_DISTANCE -> CodeDistance.of(attachment, width, pass.model().codeSize());
      case RECONSTRUCTION_PROBABILITY -> {
        require(
            ReconstructionProbability.fits(pass.model()), "is of a variational model, unlike this");
        yield ReconstructionProbability.of(attachment, pass);
      }
    };
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
