package io.venturi.testkit;

import io.venturi.annotation.BatchNormalization;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Dropout;
import io.venturi.annotation.LayerNormalization;
import io.venturi.kernel.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Core's layers, by the names of their annotations. */
final class CoreLayers {

  static final Map<String, LayerFormula> FORMULAS =
      Map.of(
          Dense.class.getName(), CoreLayers::dense,
          BatchNormalization.class.getName(), CoreLayers::batchNormalization,
          LayerNormalization.class.getName(), CoreLayers::layerNormalization,
          Dropout.class.getName(), CoreLayers::dropout);

  private CoreLayers() {}

  private static SDVariable dense(LayerGraph layer, SDVariable x) {
    String tiedTo = layer.layer().attributes().get("tiedTo");
    SDVariable weights =
        tiedTo == null
            ? layer.parameter("weights")
            : layer.graph().transpose(layer.parameterOf(tiedTo, "weights"));
    return layer.activate(x.mmul(weights).add(layer.parameter("biases")));
  }

  /** Rows in groups; a single row left over joins the group before. */
  private static SDVariable batchNormalization(LayerGraph layer, SDVariable x) {
    if (!layer.isTraining()) {
      return scaleAndShift(layer, byRunningAverages(layer, x));
    }
    int group = (int) layer.number("training.group");
    int rows = layer.rows();
    List<SDVariable> groups = new ArrayList<>();
    int from = 0;
    while (from < rows) {
      int to = rows - from <= group + 1 ? rows : from + group;
      groups.add(normalize(layer, x.get(SDIndex.interval(from, to), SDIndex.all()), 0));
      from = to;
    }
    SDVariable whole =
        groups.size() == 1
            ? groups.get(0)
            : layer.graph().concat(0, groups.toArray(SDVariable[]::new));
    return scaleAndShift(layer, whole);
  }

  /** The state is a number of steps, means and variances. */
  private static SDVariable byRunningAverages(LayerGraph layer, SDVariable x) {
    double[] state = layer.state();
    int width = layer.layer().outputs();
    double[][] shifts = {Arrays.copyOfRange(state, 1, 1 + width)};
    double[][] factors = new double[1][width];
    for (int i = 0; i < width; i++) {
      factors[0][i] = 1 / Math.sqrt(state[1 + width + i] + layer.number("epsilon"));
    }
    return x.sub(layer.constant(shifts)).mul(layer.constant(factors));
  }

  private static SDVariable layerNormalization(LayerGraph layer, SDVariable x) {
    return scaleAndShift(layer, normalize(layer, x, 1));
  }

  private static SDVariable normalize(LayerGraph layer, SDVariable x, int dimension) {
    SameDiff graph = layer.graph();
    SDVariable centred = x.sub(x.mean(true, dimension));
    SDVariable variance = graph.math().square(centred).mean(true, dimension);
    return centred.div(graph.math().sqrt(variance.add(layer.number("epsilon"))));
  }

  private static SDVariable scaleAndShift(LayerGraph layer, SDVariable x) {
    return layer.activate(x.mul(layer.parameter("scales")).add(layer.parameter("biases")));
  }

  /** With the mask that the documented stream of the layer gives. */
  private static SDVariable dropout(LayerGraph layer, SDVariable x) {
    if (!layer.isTraining()) {
      return x;
    }
    double rate = layer.number("training.rate");
    long stream = Seeds.of(layer.seed(), layer.index());
    int width = layer.layer().outputs();
    double[][] mask = new double[layer.rows()][width];
    for (int r = 0; r < mask.length; r++) {
      for (int i = 0; i < width; i++) {
        double uniform = (Seeds.draw(stream, (long) r * width + i) >>> 40) / (double) (1 << 24);
        mask[r][i] = uniform < rate ? 0 : 1 / (1 - rate);
      }
    }
    return x.mul(layer.constant(mask));
  }
}
