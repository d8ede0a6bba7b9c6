package io.venturi.testkit;

import io.venturi.kernel.Activation;
import io.venturi.runtime.Venturi;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * Checks all that a spec is made of: its layers, loss, noise and types, as plugins on the class
 * path bring them.
 *
 * <pre>{@code
 * Conformance.of(HuberSpec.class)
 *     .loss(row -> row.mean((y, x) -> Math.abs(y - x) < 1 ? (y - x) * (y - x) / 2 : Math.abs(y - x) - 0.5))
 *     .check();
 * }</pre>
 *
 * <p>Write small specs, some ten inputs wide: gradients are checked parameter by parameter.
 * Formulas, in double precision, say what a part should compute, whether a loss is a mean or a sum
 * included; a part without one is still checked against itself, by finite differences. Penalties
 * are asked as at the beginning of a training where formulas are compared, so a warm-up must be off
 * in the spec.
 *
 * <p>A failed check is an {@link AssertionError} that says which property does not hold, with which
 * figures, and what the usual cause is.
 */
public final class Conformance {

  private static final System.Logger LOG = System.getLogger(Conformance.class.getName());

  private static final int WIDTH_OF_TABLES = 7;

  /** A few groups of rows, and a row more than whole groups. */
  private static final int BATCH = 21;

  private static final List<Property> PROPERTIES =
      List.of(
          new FiniteDifferences(),
          new OracleGradients(),
          new LossValues(),
          new ExtremeValues(),
          new WeightedValues(),
          new RowWeights(),
          new DeclaredIntervals(),
          new DeclaredRanges(),
          new CleanTarget(),
          new CodePenalties(),
          new JacobianPenalties(),
          new ReportedPenalties(),
          new CodeMonitors(),
          new NormConstraints(),
          new PlacesOfRows(),
          new ParameterGradients(),
          new SameBits(),
          new NoAllocation(),
          new InUse(),
          new SavedModel(),
          new WrongWidth());

  private final Class<?> spec;
  private final Formulas formulas = new Formulas();
  private int width = WIDTH_OF_TABLES;
  private int batch = BATCH;
  private double[] extremes = {-1e4, -30, 30, 1e4};

  private Conformance(Class<?> spec) {
    this.spec = spec;
  }

  /**
   * Checks of a spec.
   *
   * @param spec compiled with the annotation processor
   */
  public static Conformance of(Class<?> spec) {
    return new Conformance(spec);
  }

  /**
   * Checks a spec without formulas of its parts.
   *
   * @return what was not checked, as {@link #check()} says
   */
  public static List<String> check(Class<?> spec) {
    return of(spec).check();
  }

  /** What the loss of one row is. */
  public Conformance loss(LossFormula formula) {
    formulas.loss = formula;
    return this;
  }

  /** What a layer computes, by its annotation. Core's layers need none. */
  public Conformance layer(Class<? extends Annotation> layer, LayerFormula formula) {
    formulas.addLayer(layer.getName(), formula);
    return this;
  }

  /** What an activation computes. Core's need none. */
  public Conformance activation(Class<? extends Activation> activation, ActivationFormula formula) {
    formulas.addActivation(activation, formula);
    return this;
  }

  /** What a penalty on codes is, by the name that metrics call it. */
  public Conformance penalty(String name, PenaltyFormula formula) {
    return penalty(name, (codes, seed) -> formula.of(codes));
  }

  /** What a penalty on codes is that draws numbers, by the name that metrics call it. */
  public Conformance penalty(String name, DrawnPenaltyFormula formula) {
    formulas.addPenalty(name, formula);
    return this;
  }

  /** What a penalty on the encoder's Jacobian is, by the name that metrics call it. */
  public Conformance jacobian(String name, JacobianFormula formula) {
    return jacobian(name, (jacobian, seed, row) -> formula.of(jacobian));
  }

  /** What a penalty on the encoder's Jacobian is that draws, by the name that metrics call it. */
  public Conformance jacobian(String name, DrawnJacobianFormula formula) {
    formulas.addJacobian(name, formula);
    return this;
  }

  /** What the transform of codes is in training. */
  public Conformance transform(TransformFormula formula) {
    formulas.transform = formula;
    return this;
  }

  /** What the transform of codes is of a model in use: every row by itself, nothing drawn. */
  public Conformance transformInUse(UnaryOperator<double[][]> formula) {
    formulas.transformInUse = formula;
    return this;
  }

  /** The width of rows for a spec that leaves it to the data; 7 unless set. */
  public Conformance width(int inputs) {
    this.width = inputs;
    return this;
  }

  /**
   * How many rows the batch has on which objective and gradients are compared with formulas; 21
   * unless set. Training cuts large batches into shards, so a large one shows that they add up.
   */
  public Conformance batch(int rows) {
    this.batch = rows;
    return this;
  }

  /**
   * The pre-activations that the loss must bear without becoming infinite; −10,000, −30, 30 and
   * 10,000 unless set. For losses of outputs that grow exponentially.
   */
  public Conformance extremes(double... preActivations) {
    this.extremes = preActivations.clone();
    return this;
  }

  /**
   * One test a property, without those that the spec has nothing for. Where a formula is missing,
   * the test that needs it is skipped and says so.
   */
  public Stream<DynamicTest> tests() {
    return applying().stream()
        .map(property -> DynamicTest.dynamicTest(property.name(), () -> check(property)));
  }

  /**
   * Checks all properties.
   *
   * @return those that could not be checked, each with what it lacks, such as a formula; they are
   *     logged too
   * @throws AssertionError that lists those that do not hold, if any
   */
  public List<String> check() {
    List<String> skipped = new ArrayList<>();
    List<AssertionError> failures = new ArrayList<>();
    for (Property property : applying()) {
      try {
        check(property);
      } catch (TestAbortedException e) {
        skipped.add("'" + property.name() + "': " + e.getMessage());
      } catch (AssertionError e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      StringBuilder text = new StringBuilder();
      failures.forEach(failure -> text.append(failure.getMessage()).append('\n'));
      AssertionError all = new AssertionError(text.toString().strip());
      failures.forEach(all::addSuppressed);
      throw all;
    }
    skipped.forEach(
        each -> LOG.log(System.Logger.Level.WARNING, spec.getSimpleName() + " skips " + each));
    return List.copyOf(skipped);
  }

  /** Checks one property alone. */
  void check(String property) {
    applying().stream().filter(each -> each.name().equals(property)).forEach(this::check);
  }

  private List<Property> applying() {
    Subject subject = subject();
    return PROPERTIES.stream().filter(property -> property.appliesTo(subject)).toList();
  }

  private void check(Property property) {
    try {
      property.check(subject());
    } catch (TestAbortedException nothingToCheck) {
      throw nothingToCheck;
    } catch (AssertionError e) {
      throw new AssertionError(
          spec.getSimpleName() + " fails '" + property.name() + "': " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new AssertionError(
          spec.getSimpleName() + " fails '" + property.name() + "' with " + e, e);
    }
  }

  private Subject subject() {
    Venturi venturi = Venturi.create(spec.getClassLoader());
    int inputs = venturi.trainer(spec).objective(width).network().description().inputs();
    return new Subject(spec, venturi, formulas, inputs, batch, extremes);
  }
}
