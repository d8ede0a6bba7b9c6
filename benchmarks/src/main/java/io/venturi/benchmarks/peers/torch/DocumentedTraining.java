package io.venturi.benchmarks.peers.torch;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.listener.TrainingListener;
import ai.djl.training.loss.L2Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import io.venturi.benchmarks.peers.task.Contestant;
import io.venturi.benchmarks.peers.task.LayerWeights;
import io.venturi.benchmarks.peers.task.Losses;
import io.venturi.benchmarks.peers.task.Rounds;
import io.venturi.benchmarks.peers.task.Task;
import io.venturi.benchmarks.peers.task.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * libtorch as DJL's documents show it: blocks, an {@code ArrayDataset}, {@code EasyTrain}, and the
 * threads that it takes by itself.
 */
public final class DocumentedTraining implements Contestant {

  private final Task task;
  private final Work work;
  private final float[] rows;
  private final NDManager manager = NDManager.newBaseManager();
  private final Model model = Model.newInstance("peer");
  private final Trainer trainer;

  public DocumentedTraining(Task task) {
    this.task = task;
    this.work = task.work();
    this.rows = task.material().rows();
    List<LayerWeights> weights = task.material().weights();
    SequentialBlock block = block(weights);
    model.setBlock(block);
    this.trainer =
        model.newTrainer(
            new DefaultTrainingConfig(new L2Loss("mean squared error", 1f))
                .optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build())
                .addTrainingListeners(TrainingListener.Defaults.basic()));
    trainer.initialize(new Shape(work.batch(), work.inputs()));
    for (int layer = 0; layer < weights.size(); layer++) {
      LayerWeights values = weights.get(layer);
      var parameters = block.getChildren().values().get(2 * layer).getParameters();
      parameters.get("weight").getArray().set(values.transposed(1, 0));
      parameters.get("bias").getArray().set(values.biases());
    }
  }

  private SequentialBlock block(List<LayerWeights> weights) {
    SequentialBlock block = new SequentialBlock();
    int last = weights.size() - 1;
    for (int layer = 0; layer <= last; layer++) {
      block.add(Linear.builder().setUnits(weights.get(layer).shape()[1]).build());
      if (layer < last) {
        block.add(Activation.reluBlock());
      }
    }
    return work == Work.DENSE ? block.add(Activation.sigmoidBlock()) : block;
  }

  @Override
  public double check() {
    float[] first = Arrays.copyOf(rows, work.checkedSteps() * work.batch() * work.inputs());
    epoch(dataset(first, false));
    float[] fixed = task.material().fixedRows(rows);
    try (NDManager scratch = manager.newSubManager()) {
      NDArray batch = array(scratch, fixed);
      return Losses.meanSquaredError(
          fixed,
          trainer.evaluate(new ai.djl.ndarray.NDList(batch)).singletonOrThrow().toFloatArray());
    }
  }

  @Override
  public double figure() {
    ArrayDataset dataset = dataset(Arrays.copyOf(rows, work.count() * work.inputs()), true);
    double seconds = Rounds.median(task.effort(), () -> Rounds.seconds(() -> epoch(dataset)));
    return work.count() / seconds;
  }

  private NDArray array(NDManager owner, float[] values) {
    return owner.create(values, new Shape(values.length / work.inputs(), work.inputs()));
  }

  private ArrayDataset dataset(float[] values, boolean random) {
    NDArray data = array(manager, values);
    return new ArrayDataset.Builder()
        .setData(data)
        .optLabels(data)
        .setSampling(work.batch(), random)
        .build();
  }

  private void epoch(ArrayDataset dataset) {
    try {
      for (Batch batch : trainer.iterateDataset(dataset)) {
        EasyTrain.trainBatch(trainer, batch);
        trainer.step();
        batch.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TranslateException e) {
      throw new IllegalStateException(e);
    }
    trainer.notifyListeners(listener -> listener.onEpoch(trainer));
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
    manager.close();
  }
}
