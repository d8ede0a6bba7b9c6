package io.venturi.variational;

import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.StepContext;

/**
 * How the divergence's factor and its capacity change in training. In validation they are at their
 * end.
 *
 * @param beta the factor at its end
 * @param warmUpEpochs the length of a cycle in which it rises; 0 for none
 * @param cycles how many there are
 * @param rise the part of a cycle in which it rises
 * @param nats the capacity at its end; negative for none
 * @param capacityEpochs in how many epochs it gets there
 */
record Schedule(
    double beta, double warmUpEpochs, int cycles, double rise, double nats, double capacityEpochs) {

  static Schedule of(Variational annotation, NetworkDescription network) {
    WarmUp[] warmUps = annotation.warmUp();
    Capacity[] capacities = annotation.capacity();
    requireOne("warmUp", warmUps.length, network);
    requireOne("capacity", capacities.length, network);
    boolean warms = warmUps.length == 1;
    boolean holds = capacities.length == 1;
    return new Schedule(
        annotation.beta(),
        warms ? warmUps[0].epochs() : 0,
        warms ? warmUps[0].cycles() : 0,
        warms ? warmUps[0].rise() : 1,
        holds ? capacities[0].nats() : -1,
        holds ? capacities[0].epochs() : 0);
  }

  private static void requireOne(String name, int elements, NetworkDescription network) {
    if (elements > 1) {
      throw new SpecException(
          Message.TYPE_UNFIT,
          network.simpleName(),
          "Variational",
          "takes one element of " + name,
          "it has " + elements,
          "keep one of them");
    }
  }

  /** The factor of this step. */
  double factor(StepContext step) {
    double cycle = warmUpEpochs == 0 ? cycles : step.epochs() / warmUpEpochs;
    if (!step.isTraining() || cycle >= cycles) {
      return beta;
    }
    double within = cycle - Math.floor(cycle);
    return beta * Math.min(1, within / rise);
  }

  boolean hasCapacity() {
    return nats >= 0;
  }

  /** The capacity of this step. */
  double capacity(StepContext step) {
    boolean isWhole = !step.isTraining() || step.epochs() >= capacityEpochs;
    return isWhole ? nats : nats * step.epochs() / capacityEpochs;
  }
}
