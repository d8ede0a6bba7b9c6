package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.MirrorModel;
import io.venturi.processor.internal.ir.SpecModel;

/** Whether a decoder whose weights a type changes has weights of its own. */
final class OwnDecoderCheck implements SpecCheck {

  @Override
  public Report check(SpecModel spec) {
    Report.Builder report = new Report.Builder();
    if (spec.mirrors().stream().anyMatch(MirrorModel::tied)) {
      for (AnnotationModel type : spec.annotations(Kind.IsType.class)) {
        report.addIf(
            type.as(Kind.IsType.class).map(Kind.IsType::needsOwnDecoder).orElse(false),
            Message.TIED_DECODER,
            type.origin(),
            type.display(),
            spec.ref().sourceName());
      }
    }
    return report.build();
  }
}
