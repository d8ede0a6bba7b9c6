package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.ir.LayerModel;
import io.venturi.processor.internal.ir.Origin;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.Shape;
import java.util.Optional;

/**
 * What is known of one layer in the flow of rows; a fault leaves gaps in it.
 *
 * @param layer the layer, or the encoder layer that this one mirrors
 * @param isMember whether the spec has a method for it
 * @param activation the binary name of its activation
 * @param widthOrigin where its width is written
 * @param activationOrigin where its activation is written
 */
record Stage(
    String name,
    Section section,
    boolean isMember,
    Optional<LayerModel> layer,
    Optional<Shape> input,
    Optional<Shape> output,
    Optional<String> activation,
    Optional<LayerPlan> plan,
    Origin widthOrigin,
    Origin activationOrigin) {}
