package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.LayerModel;
import io.venturi.processor.internal.ir.MethodModel;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.internal.ir.SpecModel;
import java.util.List;
import java.util.Optional;

/** Where the methods of a spec stand. */
final class Slots {

  private Slots() {}

  /** The methods that are in a section, in the spec's order. */
  static List<Slot> of(SpecModel spec, ValueCheck values) {
    return spec.methods().stream()
        .flatMap(method -> section(method).map(in -> slot(method, in, values)).stream())
        .toList();
  }

  /** The methods of a section. */
  static List<MethodModel> in(Section section, SpecModel spec) {
    return spec.methods().stream().filter(method -> isIn(section, method)).toList();
  }

  static boolean isIn(Section section, MethodModel method) {
    return section(method).filter(section::equals).isPresent();
  }

  /** The one section of a method. */
  static Optional<Section> section(MethodModel method) {
    return method.sections().size() == 1
        ? method.sections().get(0).as(Kind.InSection.class).map(Kind.InSection::section)
        : Optional.empty();
  }

  private static Slot slot(MethodModel method, Section section, ValueCheck values) {
    boolean isSound = method.layers().size() == 1 && values.check(method.layers().get(0)).isClean();
    return new Slot(
        method,
        section,
        isSound
            ? Optional.of(new LayerModel(method, section, method.layers().get(0)))
            : Optional.empty());
  }
}
