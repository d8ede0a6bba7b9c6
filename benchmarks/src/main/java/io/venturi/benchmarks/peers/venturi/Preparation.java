package io.venturi.benchmarks.peers.venturi;

import io.venturi.annotation.Layer;
import io.venturi.benchmarks.Images;
import io.venturi.benchmarks.peers.task.LayerWeights;
import io.venturi.benchmarks.peers.task.Material;
import io.venturi.benchmarks.peers.task.Work;
import io.venturi.data.Dataset;
import io.venturi.data.download.ImageSet;
import io.venturi.model.Model;
import io.venturi.samples.datasets.FashionMnist;
import io.venturi.train.TrainingControl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes the material of a work: of a training Venturi's starting weights, of inference those of a
 * short training, whose biases are not all 0.
 */
public final class Preparation {

  private static final int CAUSES = 6;

  private final Work work;
  private final Material material;
  private final @Nullable Path data;

  /**
   * @param data a folder with images as of MNIST; null for those that Venturi brings, over and over
   */
  public Preparation(Work work, Material material, @Nullable Path data) {
    this.work = work;
    this.material = material;
    this.data = data;
  }

  /** Writes it all. */
  public void run() {
    float[] rows = rows(Material.count(work));
    material.writeRows(rows);
    boolean training = work.goal() == Work.Goal.TRAIN;
    TrainingControl control = new TrainingControl();
    if (training) {
      control.stop();
    }
    try (Model<?> model =
        Trainers.of(work)
            .epochs(1)
            .control(control)
            .fit(Trainers.first(rows, work.count(), work))
            .model()) {
      material.writeWeights(weights(model));
      if (!training) {
        model.save(material.modelFile());
        float[] fixed = material.fixedRows(rows);
        material.writeExpected(expected(model, fixed));
      }
    }
  }

  private float[] expected(Model<?> model, float[] fixed) {
    int count = fixed.length / work.inputs();
    boolean encode = work.goal() == Work.Goal.ENCODE;
    float[] values = new float[count * (encode ? model.codeSize() : model.inputs())];
    if (encode) {
      model.inference().encode(fixed, count, values);
    } else {
      model.inference().reconstruct(fixed, count, values);
    }
    return values;
  }

  private static List<LayerWeights> weights(Model<?> model) {
    List<LayerWeights> layers = new ArrayList<>();
    for (var description : model.description().layers()) {
      Layer layer = model.layer(description.name());
      if (layer.blocks().containsKey("weights")) {
        Layer.Block weights = layer.block("weights");
        int[] shape = weights.shape().stream().mapToInt(Integer::intValue).toArray();
        layers.add(new LayerWeights(shape, weights.values(), layer.biases()));
      }
    }
    return layers;
  }

  /** So many rows of the work, one after another. */
  public float[] rows(int count) {
    return switch (work.rows()) {
      case IMAGES -> images(count);
      case TABLE -> table(count);
    };
  }

  private float[] images(int count) {
    Dataset images = data == null ? FashionMnist.all() : ImageSet.in(data).train();
    return Images.repeated(images, count);
  }

  /** Columns that follow from a few causes, and some noise. */
  private float[] table(int count) {
    SplittableRandom random = new SplittableRandom(1);
    int width = work.inputs();
    float[] rows = new float[count * width];
    double[] causes = new double[CAUSES];
    for (int at = 0; at < rows.length; at += width) {
      for (int cause = 0; cause < CAUSES; cause++) {
        causes[cause] = random.nextDouble(-1, 1);
      }
      for (int column = 0; column < width; column++) {
        double cause = causes[column % CAUSES] * causes[(column + column / CAUSES) % CAUSES];
        rows[at + column] = (float) (Math.sin(cause + column) + random.nextDouble(-0.1, 0.1));
      }
    }
    return rows;
  }
}
