package io.venturi.processor.internal.validate;

import static io.venturi.processor.internal.ir.Section.BOTTLENECK;
import static io.venturi.processor.internal.ir.Section.DECODER;
import static io.venturi.processor.internal.ir.Section.ENCODER;
import static io.venturi.processor.internal.validate.Specs.annotation;
import static io.venturi.processor.internal.validate.Specs.layer;
import static io.venturi.processor.internal.validate.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Problem;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.Interval;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.MethodModel;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.spi.Shape;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks on records alone. */
class ValidatorTest {

  private static final MethodModel WIDE = layer(ENCODER, "wide");
  private static final MethodModel CODE = layer(BOTTLENECK, "code");
  private static final MethodModel PIXELS = layer(DECODER, "pixels");

  private final Validator validator = new Validator();

  @Test
  void aSoundSpecIsClean() {
    Validated validated = validator.validate(spec(WIDE, CODE, PIXELS));

    assertThat(validated.report().isClean()).isTrue();
    assertThat(validated.isOrdered()).isTrue();
    assertThat(validated.input()).contains(Shape.of(8));
    assertThat(validated.slots())
        .extracting(Slot::section)
        .containsExactly(ENCODER, BOTTLENECK, DECODER);
    assertThat(validated.slots()).allMatch(slot -> slot.layer().isPresent());
  }

  @Test
  void rowsCannotFlowThroughSectionsOutOfOrder() {
    Validated validated = validator.validate(spec(PIXELS, CODE, WIDE));

    assertThat(validated.isOrdered()).isFalse();
    assertThat(messages(validated)).containsExactly(Message.SECTION_ORDER, Message.SECTION_ORDER);
  }

  @Test
  void rowsFlowAroundALayerThatSaysNothing() {
    MethodModel mute =
        new MethodModel(
            "mute",
            "Spec",
            true,
            false,
            false,
            0,
            "io.venturi.annotation.Layer",
            List.of(annotation("Encoder", new Kind.InSection(ENCODER))),
            new Specs.Place("mute"));

    Validated validated = validator.validate(spec(mute, CODE, PIXELS));

    assertThat(messages(validated)).containsExactly(Message.NO_LAYER);
    assertThat(validated.isOrdered()).isTrue();
    assertThat(validated.slots().get(0).layer()).isEmpty();
  }

  @Test
  void everyClaimOfAHookTwiceIsReported() {
    AnnotationModel one = type("One", "CORRUPTION", "CODE_TRANSFORM");
    AnnotationModel two = type("Two", "CODE_TRANSFORM", "CORRUPTION");

    Validated validated = validator.validate(with(one, two));

    assertThat(validated.report().problems())
        .extracting(Problem::text)
        .containsExactly(
            Message.HOOK_CLAIMED_TWICE.with(
                "@One", "@Two", "make what the decoder reads of the codes"),
            Message.HOOK_CLAIMED_TWICE.with("@One", "@Two", "change what the encoder sees"));
    assertThat(validated.report().problems())
        .allMatch(problem -> problem.origin().equals(two.origin()));
  }

  @Test
  void typesWithoutClaimsCompose() {
    assertThat(messages(validator.validate(with(type("One"), type("Two", "CORRUPTION")))))
        .isEmpty();
  }

  @Test
  void anEmptyInputHasNoShape() {
    Validated validated = validator.validate(spec(List.of(), List.of(Specs.loss()), CODE, PIXELS));

    assertThat(messages(validated)).containsExactly(Message.NO_INPUT);
    assertThat(validated.input()).isEmpty();
  }

  private static SpecModel with(AnnotationModel... types) {
    var marks = new java.util.ArrayList<>(List.of(types));
    marks.add(Specs.loss());
    return spec(List.of(8), marks, CODE, PIXELS);
  }

  private static AnnotationModel type(String name, String... claims) {
    return annotation(
        name,
        new Kind.IsType(
            "com.example:type",
            new Kind.Needs(Set.of(claims), Interval.ALL),
            false,
            false,
            1,
            false,
            false,
            false,
            List.of()));
  }

  private static List<Message> messages(Validated validated) {
    return validated.report().problems().stream().map(Problem::message).toList();
  }
}
