package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.ClassRef;
import io.venturi.processor.internal.ir.Creation;
import io.venturi.processor.internal.ir.Interval;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.MethodModel;
import io.venturi.processor.internal.ir.Origin;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.internal.ir.SpecForm;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.internal.ir.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Specs as records, without a compiler. */
final class Specs {

  private Specs() {}

  /** A place that says what is there. */
  record Place(String of) implements Origin {}

  static SpecModel spec(List<Integer> input, List<AnnotationModel> marks, MethodModel... methods) {
    Origin origin = new Place("spec");
    return new SpecModel(
        new ClassRef("com.example", List.of("Spec")),
        SpecForm.INTERFACE,
        false,
        false,
        false,
        true,
        true,
        false,
        false,
        Creation.NO_SUCH_CONSTRUCTOR,
        Set.of(),
        annotation("Autoencoder"),
        new Value.Array(
            input.stream().<Value>map(size -> new Value.Literal(size, origin)).toList(), origin),
        List.of(),
        marks,
        Arrays.asList(methods),
        Optional.empty(),
        origin);
  }

  static SpecModel spec(MethodModel... methods) {
    return spec(List.of(8), List.of(loss()), methods);
  }

  static AnnotationModel loss() {
    return annotation(
        "Loss", new Kind.IsLoss("com.example:loss", Interval.ALL, List.of(), false, false, false));
  }

  static MethodModel layer(Section section, String name) {
    return new MethodModel(
        name,
        "Spec",
        true,
        false,
        false,
        0,
        "io.venturi.annotation.Layer",
        List.of(
            annotation(section.name(), new Kind.InSection(section)),
            annotation("Dense", new Kind.IsLayer("com.example:dense", "com.example:dense"))),
        new Place(name));
  }

  static AnnotationModel annotation(String name, Kind... kinds) {
    return new AnnotationModel(
        new ClassRef("com.example", List.of(name)),
        Arrays.asList(kinds),
        List.of(),
        new Place("@" + name));
  }
}
