package io.venturi.runtime;

import io.venturi.spi.NetworkDescription;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What a generated network's {@code Description} says.
 *
 * @param takesWidthFromData whether that depends on the data's width
 */
record Blueprint(boolean takesWidthFromData, IntFunction<?> description) {

  /**
   * @param description of the class that is nested in a generated network
   * @throws ClassCastException if it is no such class
   */
  static Blueprint of(Object description) {
    return description instanceof Supplier<?> fixed
        ? new Blueprint(false, inputs -> fixed.get())
        : new Blueprint(true, (IntFunction<?>) description);
  }

  /** The network for rows of so many values; one of fixed width does not look at them. */
  NetworkDescription at(int inputs) {
    return (NetworkDescription) description.apply(inputs);
  }
}
