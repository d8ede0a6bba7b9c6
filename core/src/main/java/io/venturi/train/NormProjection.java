package io.venturi.train;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.Network;
import io.venturi.spi.NormConstraint;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings weights back to where types hold them. The weights that one input feeds are one worker's,
 * and are added up in the order in which they lie, so it does not matter whose.
 */
final class NormProjection {

  private final WorkerTeam team;
  private final Tensor parameters;
  private final List<Band> bands = new ArrayList<>();
  private final float[][] scratch;
  private final WorkerTeam.Task project = this::project;

  NormProjection(WorkerTeam team, Network<?> network, List<AutoencoderType> types) {
    this.team = team;
    this.parameters = network.parameters().values();
    List<NormConstraint> constraints =
        types.stream().map(AutoencoderType::normConstraint).flatMap(Optional::stream).toList();
    List<LayerDescription> table = network.description().layers();
    for (NormConstraint constraint : constraints) {
      for (int i = 0; i < table.size(); i++) {
        if (constraint.holds(table.get(i).section())) {
          network.parameters().layers().get(i).forEach(block -> cut(block, constraint));
        }
      }
    }
    int largest = bands.stream().mapToInt(Band::size).max().orElse(0);
    this.scratch = new float[bands.isEmpty() ? 0 : team.size()][largest];
  }

  /** Into tiles where the weights of one input lie together, so that workers can share them. */
  private void cut(ParameterBlock block, NormConstraint constraint) {
    Optional<Readers> readers = block.spec().readers();
    if (readers.isEmpty()) {
      return;
    }
    int inputs = readers.get().inputs();
    int stride = readers.get().stride();
    int size = block.spec().size();
    int step = size == inputs * stride ? Tiles.rows(stride) : inputs;
    for (int from = 0; from < inputs; from += step) {
      int count = Math.min(step, inputs - from);
      bands.add(
          new Band(
              block.offset() + from * stride,
              size / inputs * count,
              new Readers(count, stride),
              constraint));
    }
  }

  /** All weights of some inputs, which lie one after another. */
  private record Band(int at, int size, Readers readers, NormConstraint constraint) {

    boolean project(float[] values) {
      boolean changed = false;
      for (int input = 0; input < readers.inputs(); input++) {
        double scale = constraint.scale(norm(values, input));
        if (scale != 1) {
          multiply(values, input, (float) scale);
          changed = true;
        }
      }
      return changed;
    }

    private double norm(float[] values, int input) {
      int stride = readers.stride();
      double sum = 0;
      for (int at = input * stride; at < size; at += readers.inputs() * stride) {
        for (int i = at; i < at + stride; i++) {
          sum += (double) values[i] * values[i];
        }
      }
      return Math.sqrt(sum);
    }

    private void multiply(float[] values, int input, float scale) {
      int stride = readers.stride();
      for (int at = input * stride; at < size; at += readers.inputs() * stride) {
        for (int i = at; i < at + stride; i++) {
          values[i] *= scale;
        }
      }
    }
  }

  /** Changes the parameters, if there is anything to hold. Allocates nothing. */
  void run() {
    if (!bands.isEmpty()) {
      team.run(project);
    }
  }

  private void project(int worker) {
    float[] values = scratch[worker];
    for (int b = worker; b < bands.size(); b += team.size()) {
      Band band = bands.get(b);
      parameters.read(band.at(), values, band.size());
      if (band.project(values)) {
        parameters.write(band.at(), values, band.size());
      }
    }
  }
}
