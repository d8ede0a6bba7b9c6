package io.venturi.processor.internal.ir;

import java.util.Optional;

/**
 * A member of an annotation with its value.
 *
 * @param range what {@code @Range} on the member allows
 * @param bound for a {@code Class<? extends Bound>}, the binary name of the bound
 */
public record MemberModel(
    String name, Value value, Optional<Interval> range, Optional<String> bound) {}
