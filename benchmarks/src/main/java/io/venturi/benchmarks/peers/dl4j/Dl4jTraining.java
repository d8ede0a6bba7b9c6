package io.venturi.benchmarks.peers.dl4j;

import io.venturi.benchmarks.peers.task.Batches;
import io.venturi.benchmarks.peers.task.Contestant;
import io.venturi.benchmarks.peers.task.Losses;
import io.venturi.benchmarks.peers.task.Rounds;
import io.venturi.benchmarks.peers.task.Task;
import io.venturi.benchmarks.peers.task.Work;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@code network.fit} on batches that were gathered beforehand, outside the time. A round is a few
 * steps, since an epoch takes DL4J long.
 */
public final class Dl4jTraining implements Contestant {

  private static final int STEPS = 4;

  private final Task task;
  private final Work work;
  private final float[] rows;
  private final MultiLayerNetwork network;

  public Dl4jTraining(Task task) {
    this.task = task;
    this.work = task.work();
    this.rows = task.material().rows();
    this.network = Dl4jNetworks.of(work, task.material().weights());
  }

  @Override
  public double check() {
    Batches batches = new Batches(work, rows);
    for (int step = 0; step < work.checkedSteps(); step++) {
      INDArray batch = array(batches.get(step));
      network.fit(input(batch), batch);
    }
    float[] fixed = task.material().fixedRows(rows);
    INDArray output = network.output(input(array(fixed)));
    return Losses.meanSquaredError(fixed, output.dup('c').data().asFloat());
  }

  @Override
  public double figure() {
    Batches batches = new Batches(work, rows);
    double seconds = Rounds.median(task.effort(), () -> steps(batches));
    return STEPS * work.batch() / seconds;
  }

  private double steps(Batches batches) {
    batches.shuffle();
    List<INDArray> gathered = new ArrayList<>();
    for (int batch = 0; batch < STEPS; batch++) {
      gathered.add(array(batches.get(batch)));
    }
    return Rounds.seconds(() -> gathered.forEach(batch -> network.fit(input(batch), batch)));
  }

  private INDArray array(float[] values) {
    return Nd4j.create(values, new long[] {values.length / work.inputs(), work.inputs()}, 'c');
  }

  private INDArray input(INDArray batch) {
    return work == Work.CONV ? batch.reshape('c', batch.size(0), 1, 28, 28) : batch;
  }
}
