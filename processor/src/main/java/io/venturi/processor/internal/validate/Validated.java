package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.spi.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A spec with what is wrong with it.
 *
 * @param input the shape of one row, if it is one
 * @param slots the layers in the spec's order, with gaps for those that are not sound
 * @param isOrdered whether rows can flow through the slots: each is in one section, and the
 *     sections are in order
 */
public record Validated(
    SpecModel spec, Optional<Shape> input, List<Slot> slots, boolean isOrdered, Report report) {

  public Validated {
    slots = List.copyOf(slots);
  }
}
