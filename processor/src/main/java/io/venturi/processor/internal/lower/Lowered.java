package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.NetworkModel;
import java.util.Optional;

/**
 * A network, or what keeps the spec from being one.
 *
 * @param network there if nothing is wrong with the spec
 * @param report what this phase found
 */
public record Lowered(Optional<NetworkModel> network, Report report) {}
