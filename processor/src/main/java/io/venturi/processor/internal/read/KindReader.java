package io.venturi.processor.internal.read;

import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Says what an annotation means, by its name or its meta-annotations. */
final class KindReader {

  private static final Map<String, Section> SECTIONS =
      Map.of(
          CoreNames.ENCODER, Section.ENCODER,
          CoreNames.BOTTLENECK, Section.BOTTLENECK,
          CoreNames.DECODER, Section.DECODER);

  private KindReader() {}

  static List<Kind> kinds(TypeElement annotation) {
    return Stream.of(
            section(annotation),
            marked(annotation, CoreNames.LAYER_KIND, KindReader::layer),
            marked(annotation, CoreNames.LOSS_KIND, KindReader::loss),
            marked(annotation, CoreNames.NOISE_KIND, KindReader::noise),
            marked(annotation, CoreNames.AUTOENCODER_KIND, KindReader::type),
            marked(annotation, CoreNames.TYPE_OPTION, KindReader::option))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Kind> section(TypeElement annotation) {
    return Optional.ofNullable(SECTIONS.get(annotation.getQualifiedName().toString()))
        .map(Kind.InSection::new);
  }

  private static Optional<Kind> marked(
      TypeElement annotation, String meta, Function<AnnotationMirror, Kind> kind) {
    return Mirrors.find(annotation, meta).map(kind);
  }

  private static Kind layer(AnnotationMirror meta) {
    return new Kind.IsLayer(Mirrors.text(meta, "runtime"), Mirrors.text(meta, "processor"));
  }

  private static Kind loss(AnnotationMirror meta) {
    return new Kind.IsLoss(
        Mirrors.text(meta, "runtime"),
        Mirrors.interval(Mirrors.nested(meta, "output")),
        Mirrors.classes(meta, "outputActivations"),
        Mirrors.truth(meta, "needsImage"),
        Mirrors.truth(meta, "isLikelihood"),
        Mirrors.truth(meta, "needsElementwiseOutput"));
  }

  private static Kind noise(AnnotationMirror meta) {
    return new Kind.IsNoise(Mirrors.text(meta, "runtime"));
  }

  private static Kind type(AnnotationMirror meta) {
    return new Kind.IsType(
        Mirrors.text(meta, "runtime"),
        needs(meta),
        Mirrors.truth(meta, "appliesNoise"),
        Mirrors.truth(meta, "needsJacobian"),
        Mirrors.whole(meta, "numbersPerUnit"),
        Mirrors.truth(meta, "linearCode"),
        Mirrors.truth(meta, "needsLikelihood"),
        Mirrors.truth(meta, "needsOwnDecoder"),
        Mirrors.texts(meta, "needsOneOf"));
  }

  private static Kind option(AnnotationMirror meta) {
    return new Kind.IsOption(needs(meta));
  }

  private static Kind.Needs needs(AnnotationMirror meta) {
    return new Kind.Needs(
        new LinkedHashSet<>(Mirrors.constants(meta, "claims")),
        Mirrors.interval(Mirrors.nested(meta, "code")));
  }
}
