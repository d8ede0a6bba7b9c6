package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.ir.LayerModel;
import io.venturi.processor.internal.ir.MethodModel;
import io.venturi.processor.internal.ir.Section;
import java.util.Optional;

/**
 * A place in the flow of rows.
 *
 * @param layer what stands there; empty if its annotation is missing, or has values that no plugin
 *     should see
 */
public record Slot(MethodModel method, Section section, Optional<LayerModel> layer) {}
