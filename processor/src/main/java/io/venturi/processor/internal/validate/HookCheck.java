package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.SpecModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the types of a spec compose, and its noise has a type that applies it. */
final class HookCheck implements SpecCheck {

  /** What a type does that has a hook to itself, by the hook's name. */
  private static final Map<String, String> WORDS =
      Map.of(
          "CORRUPTION", "change what the encoder sees",
          "CODE_TRANSFORM", "make what the decoder reads of the codes",
          "CODE_DISTRIBUTION", "say how codes are distributed");

  @Override
  public Report check(SpecModel spec) {
    return noise(spec).plus(claims(spec));
  }

  private static Report noise(SpecModel spec) {
    List<AnnotationModel> types = spec.annotations(Kind.IsType.class);
    Report.Builder report = new Report.Builder();
    List<AnnotationModel> noises = spec.annotations(Kind.IsNoise.class);
    for (AnnotationModel type : types) {
      report.addIf(
          noises.isEmpty() && appliesNoise(type),
          Message.TYPE_WITHOUT_NOISE,
          type.origin(),
          type.display(),
          spec.ref().sourceName());
    }
    if (types.stream().noneMatch(HookCheck::appliesNoise)) {
      for (AnnotationModel noise : noises) {
        report.add(
            Message.NOISE_WITHOUT_TYPE, noise.origin(), noise.display(), spec.ref().sourceName());
      }
    }
    return report.build();
  }

  private static Report claims(SpecModel spec) {
    Report.Builder report = new Report.Builder();
    Map<String, AnnotationModel> owners = new HashMap<>();
    for (AnnotationModel type : spec.annotations(Kind.IsType.class)) {
      for (String hook : claimsOf(type)) {
        AnnotationModel owner = owners.putIfAbsent(hook, type);
        if (owner != null) {
          report.add(
              Message.HOOK_CLAIMED_TWICE,
              type.origin(),
              owner.display(),
              type.display(),
              WORDS.getOrDefault(hook, "need the hook " + hook + " for themselves"));
        }
      }
    }
    return report.build();
  }

  private static boolean appliesNoise(AnnotationModel type) {
    return type.as(Kind.IsType.class).map(Kind.IsType::appliesNoise).orElse(false);
  }

  /** What it claims itself, and what its options do. */
  private static Set<String> claimsOf(AnnotationModel type) {
    return type.withNested()
        .flatMap(part -> part.needs().stream())
        .flatMap(needs -> needs.claims().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
