package io.venturi.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.auto.common.MoreElements;
import com.google.common.collect.ImmutableSetMultimap;
import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.diagnostics.Diagnostics;
import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.emit.GeneratedSource;
import io.venturi.processor.internal.emit.NetworkEmitter;
import io.venturi.processor.internal.ir.NetworkModel;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.internal.lower.LayerProcessors;
import io.venturi.processor.internal.lower.Lowered;
import io.venturi.processor.internal.lower.Lowerer;
import io.venturi.processor.internal.read.SpecReader;
import io.venturi.processor.internal.validate.Validated;
import io.venturi.processor.internal.validate.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Takes each spec through the four phases: read, validate, lower, emit. */
final class AutoencoderStep implements BasicAnnotationProcessor.Step {

  private final SpecReader reader;
  private final Validator validator = new Validator();
  private final Lowerer lowerer;
  private final NetworkEmitter emitter = new NetworkEmitter();
  private final Filer filer;
  private final Diagnostics diagnostics;

  AutoencoderStep(ProcessingEnvironment env, LayerProcessors processors) {
    this.reader = new SpecReader(env.getElementUtils(), env.getTypeUtils(), env.getSourceVersion());
    this.lowerer = new Lowerer(processors);
    this.filer = env.getFiler();
    this.diagnostics = new Diagnostics(env.getMessager());
  }

  @Override
  public Set<String> annotations() {
    return Set.of(CoreNames.AUTOENCODER);
  }

  /** Returns the specs that name something another processor has yet to generate. */
  @Override
  public Set<? extends Element> process(
      ImmutableSetMultimap<String, Element> elementsByAnnotation) {
    return elementsByAnnotation.get(CoreNames.AUTOENCODER).stream()
        .map(MoreElements::asType)
        .filter(spec -> !compile(spec))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean compile(TypeElement type) {
    if (!reader.isComplete(type)) {
      return false;
    }
    SpecModel spec = reader.read(type);
    Validated validated = validator.validate(spec);
    Lowered lowered = lowerer.lower(validated, reader.classes(type));
    diagnostics.print(validated.report().plus(lowered.report()));
    lowered.network().ifPresent(network -> write(network, spec, type));
    return true;
  }

  private void write(NetworkModel network, SpecModel spec, TypeElement type) {
    GeneratedSource source = emitter.emit(network);
    try (Writer writer = filer.createSourceFile(source.type().canonicalName(), type).openWriter()) {
      writer.write(source.text());
    } catch (FilerException e) {
      diagnostics.print(
          Report.of(
              Message.NETWORK_EXISTS,
              spec.origin(),
              source.type().sourceName(),
              spec.ref().sourceName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
