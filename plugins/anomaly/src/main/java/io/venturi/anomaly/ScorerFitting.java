package io.venturi.anomaly;

import io.venturi.application.Quantiles;
import io.venturi.data.Dataset;
import io.venturi.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learns from normal rows what a model usually makes of them. */
final class ScorerFitting {

  private ScorerFitting() {}

  /** A scorer of what these rows are like. */
  static Scorer fit(Model<?> model, List<Measure> measures, Dataset normals) {
    Measures.requireFit(measures, model);
    Pass pass = new Pass(model, Constants.of(normals, model.scaling().isPresent()));
    List<Component> components = components(pass, measures, normals);
    double[] units = new double[components.size()];
    for (int c = 0; c < units.length; c++) {
      Scorer alone = new Scorer(pass, List.of(components.get(c)), new double[] {1});
      double[] sums = alone.scores(normals);
      Arrays.sort(sums);
      units[c] = Math.max(Quantiles.ofSorted(sums, 0.5), Scorer.SMALLEST_UNIT);
    }
    return new Scorer(pass, components, units);
  }

  private static List<Component> components(Pass pass, List<Measure> measures, Dataset normals) {
    List<MeasureLearner> learners = new ArrayList<>();
    try {
      measures.forEach(measure -> learners.add(measure.learner(pass)));
      Scorer.eachBlock(
          normals,
          pass.blockRows(),
          block -> {
            RowBlock rows = pass.run(block.values(), block.count());
            learners.forEach(learner -> learner.add(rows));
          });
      List<Component> components = new ArrayList<>();
      for (int m = 0; m < measures.size(); m++) {
        components.add(new Component(measures.get(m), learners.get(m).learned()));
      }
      return components;
    } finally {
      learners.forEach(MeasureLearner::close);
    }
  }
}
