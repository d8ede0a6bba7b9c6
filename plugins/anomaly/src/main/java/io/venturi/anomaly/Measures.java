package io.venturi.anomaly;

import io.venturi.error.DataException;
import io.venturi.error.SpecException;
import io.venturi.model.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Measures by their names. */
final class Measures {

  /** In the order in which a score adds them up, and files list them. */
  private static final List<Measure> BUILT_IN =
      List.of(
          Measure.WEIGHTED_ERROR,
          Measure.RESIDUAL_DISTANCE,
          Measure.CODE_DISTANCE,
          Measure.RECONSTRUCTION_PROBABILITY);

  /** What names of attachments can hold, less what stands before it. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,79}");

  private Measures() {}

  static boolean isBuiltIn(Measure measure) {
    return measure instanceof BuiltIn;
  }

  /** The default ones of a model. */
  static List<Measure> of(Model<?> model) {
    return of(
        Measure.RECONSTRUCTION_PROBABILITY.fits(model)
            ? Measure.RECONSTRUCTION_PROBABILITY
            : Measure.WEIGHTED_ERROR,
        Measure.RESIDUAL_DISTANCE,
        Measure.CODE_DISTANCE);
  }

  /**
   * Each of these once: those that are there in their order, then others in theirs.
   *
   * @throws DataException if one has no sound name, or the name of another
   */
  static List<Measure> of(Measure first, Measure... others) {
    Map<String, Measure> given = new LinkedHashMap<>();
    put(given, first);
    for (Measure other : others) {
      put(given, other);
    }
    Map<String, Measure> known = known(given.values().toArray(Measure[]::new));
    known.keySet().retainAll(given.keySet());
    return List.copyOf(known.values());
  }

  /**
   * Those that are there and these others, by name.
   *
   * @throws DataException as {@link #of(Measure, Measure...)}
   */
  static Map<String, Measure> known(Measure... others) {
    Map<String, Measure> known = new LinkedHashMap<>();
    BUILT_IN.forEach(measure -> known.put(measure.name(), measure));
    for (Measure other : others) {
      put(known, other);
    }
    return known;
  }

  private static void put(Map<String, Measure> into, Measure measure) {
    String name = measure.name();
    if (!isName(name)) {
      throw new DataException(AnomalyMessage.MEASURE_NAME, name, "which files cannot keep");
    }
    if (!into.computeIfAbsent(name, none -> measure).equals(measure)) {
      throw new DataException(AnomalyMessage.MEASURE_NAME, name, "as another one is");
    }
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  static void requireFit(List<Measure> measures, Model<?> model) {
    for (Measure measure : measures) {
      if (!measure.fits(model)) {
        String spec = model.description().simpleName();
        throw measure.equals(Measure.RECONSTRUCTION_PROBABILITY)
            ? new SpecException(AnomalyMessage.NOT_VARIATIONAL, spec)
            : new SpecException(AnomalyMessage.MEASURE_MISFIT, measure.name(), spec);
      }
    }
  }
}
