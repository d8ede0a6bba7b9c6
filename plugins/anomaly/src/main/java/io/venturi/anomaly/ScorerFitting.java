package io.venturi.anomaly;

import io.venturi.application.Quantiles;
import io.venturi.data.Dataset;
import io.venturi.error.SpecException;
import io.venturi.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Learns from normal rows what a model usually makes of them. */
final class ScorerFitting implements AutoCloseable {

  private final Pass pass;
  private final Set<Measure> measures;
  private final Spread residuals;
  private final Spread features;
  private final Spread codes;
  private final @Nullable Sums codesByFeatures;
  private final @Nullable Sums residualProducts;
  private final @Nullable Sums codeProducts;
  private final double[] drawnSquares;

  private ScorerFitting(Pass pass, Set<Measure> measures) {
    int width = pass.model().inputs();
    int units = pass.model().codeSize();
    int rows = pass.blockRows();
    this.pass = pass;
    this.measures = measures;
    this.residuals = new Spread(width);
    this.features = new Spread(width);
    this.codes = new Spread(units);
    boolean ofResiduals = measures.contains(Measure.RESIDUAL_DISTANCE);
    boolean ofCodes = measures.contains(Measure.CODE_DISTANCE);
    this.codesByFeatures =
        ofCodes && CodeDistance.keepsShares(units, width) ? new Sums(units, width, rows) : null;
    this.residualProducts =
        ofResiduals && width <= Covariance.LARGEST ? new Sums(width, width, rows) : null;
    this.codeProducts =
        ofCodes && units <= Covariance.LARGEST ? new Sums(units, units, rows) : null;
    this.drawnSquares = new double[width];
  }

  /** Those that suit a model. */
  static Set<Measure> measuresOf(Model<?> model) {
    return EnumSet.of(
        ReconstructionProbability.fits(model)
            ? Measure.RECONSTRUCTION_PROBABILITY
            : Measure.WEIGHTED_ERROR,
        Measure.RESIDUAL_DISTANCE,
        Measure.CODE_DISTANCE);
  }

  /** A scorer of what these rows are like. */
  static Scorer fit(Model<?> model, Set<Measure> measures, Dataset normals) {
    if (measures.contains(Measure.RECONSTRUCTION_PROBABILITY)
        && !ReconstructionProbability.fits(model)) {
      throw new SpecException(AnomalyMessage.NOT_VARIATIONAL, model.description().simpleName());
    }
    Pass pass = new Pass(model, Constants.of(normals, model.scaling().isPresent()));
    List<Component> components;
    try (ScorerFitting fitting = new ScorerFitting(pass, measures)) {
      Scorer.eachBlock(
          normals, pass.blockRows(), block -> fitting.add(pass.run(block.values(), block.count())));
      components = fitting.components(normals.size());
    }
    double[] units = new double[components.size()];
    for (int c = 0; c < units.length; c++) {
      Scorer alone = new Scorer(pass, List.of(components.get(c)), new double[] {1});
      double[] sums = alone.scores(normals);
      Arrays.sort(sums);
      units[c] = Math.max(Quantiles.ofSorted(sums, 0.5), Scorer.SMALLEST_UNIT);
    }
    return new Scorer(pass, components, units);
  }

  private void add(RowBlock block) {
    residuals.add(block.residuals(), block.count());
    if (residualProducts != null) {
      residualProducts.add(block.residuals(), block.residuals(), block.count());
    }
    if (measures.contains(Measure.CODE_DISTANCE)) {
      features.add(block.scaled(), block.count());
      codes.add(block.codes(), block.count());
      if (codesByFeatures != null) {
        codesByFeatures.add(block.codes(), block.scaled(), block.count());
      }
      if (codeProducts != null) {
        codeProducts.add(block.codes(), block.codes(), block.count());
      }
    }
    if (measures.contains(Measure.RECONSTRUCTION_PROBABILITY)) {
      double[] squares = ReconstructionProbability.meanSquares(pass, block);
      for (int i = 0; i < squares.length; i++) {
        drawnSquares[i % drawnSquares.length] += squares[i];
      }
    }
  }

  private List<Component> components(int rows) {
    List<Component> components = new ArrayList<>();
    for (Measure measure : measures) {
      components.add(
          switch (measure) {
            case WEIGHTED_ERROR ->
                new WeightedError(Covariance.floored(meanSquares(residuals), WeightedError.FLOOR));
            case RESIDUAL_DISTANCE -> new ResidualDistance(whitening(residuals, residualProducts));
            case CODE_DISTANCE -> codeDistance();
            case RECONSTRUCTION_PROBABILITY -> {
              double[] squares = Arrays.stream(drawnSquares).map(sum -> sum / rows).toArray();
              yield new ReconstructionProbability(
                  pass, Covariance.floored(squares, WeightedError.FLOOR));
            }
          });
    }
    return components;
  }

  private static double[] meanSquares(Spread spread) {
    double[] squares = spread.variances();
    double[] means = spread.means();
    for (int i = 0; i < squares.length; i++) {
      squares[i] += means[i] * means[i];
    }
    return squares;
  }

  private static Whitening whitening(Spread spread, @Nullable Sums products) {
    double[] means = spread.means();
    return new Whitening(
        means,
        products == null || means.length == 1
            ? Covariance.scaling(spread.variances())
            : Covariance.whitening(products.covariance(), means.length));
  }

  private Component codeDistance() {
    Whitening whitening = whitening(codes, codeProducts);
    double[] deviations = new double[pass.model().inputs()];
    double[] variances = Covariance.floored(features.variances(), Covariance.RIDGE);
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] = Math.sqrt(variances[i]);
    }
    float[] shares =
        codesByFeatures == null
            ? new float[0]
            : shares(whitening, codesByFeatures.covariance(), deviations);
    return new CodeDistance(whitening, features.means(), deviations, shares);
  }

  /** Squared correlations of whitened units with features. */
  private static float[] shares(Whitening whitening, double[] covariance, double[] deviations) {
    float[] shares = new float[covariance.length];
    double[] column = new double[covariance.length / deviations.length];
    for (int i = 0; i < deviations.length; i++) {
      for (int unit = 0; unit < column.length; unit++) {
        column[unit] = covariance[unit * deviations.length + i];
      }
      double[] white = whitening.direction(column);
      for (int unit = 0; unit < column.length; unit++) {
        double correlation = white[unit] / deviations[i];
        shares[unit * deviations.length + i] = (float) (correlation * correlation);
      }
    }
    return shares;
  }

  @Override
  public void close() {
    if (codesByFeatures != null) {
      codesByFeatures.close();
    }
    if (residualProducts != null) {
      residualProducts.close();
    }
    if (codeProducts != null) {
      codeProducts.close();
    }
  }
}
