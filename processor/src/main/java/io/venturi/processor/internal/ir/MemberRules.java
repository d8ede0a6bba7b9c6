package io.venturi.processor.internal.ir;

import java.util.Optional;

/**
 * What the meta-annotations on a member say of its values.
 *
 * @param range what {@code @Range} allows
 * @param window what {@code @ImageWindow} says
 * @param atMost the size that {@code @AtMost} compares with
 * @param below the member that {@code @Below} names
 * @param count how many elements {@code @Count} allows
 */
public record MemberRules(
    Optional<Interval> range,
    Optional<WindowModel> window,
    Optional<SpecSize> atMost,
    Optional<String> below,
    Optional<Integer> count) {}
