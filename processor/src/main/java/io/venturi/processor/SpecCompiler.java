package io.venturi.processor;

import io.venturi.processor.internal.diagnostics.Diagnostics;
import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.diagnostics.Sources;
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
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Takes a spec through the four phases: read, validate, lower, emit. */
final class SpecCompiler {

  private final SpecReader reader;
  private final Validator validator = new Validator();
  private final Lowerer lowerer;
  private final NetworkEmitter emitter = new NetworkEmitter();
  private final Filer filer;
  private final Diagnostics diagnostics;

  SpecCompiler(ProcessingEnvironment env, LayerProcessors processors) {
    Sources sources = Sources.of(env);
    this.reader =
        new SpecReader(env.getElementUtils(), env.getTypeUtils(), env.getSourceVersion(), sources);
    this.lowerer = new Lowerer(processors);
    this.filer = env.getFiler();
    this.diagnostics = new Diagnostics(env.getMessager(), sources);
  }

  /** Whether the spec is done with; one that is not names something that does not exist yet. */
  boolean compile(TypeElement type) {
    if (!reader.isComplete(type)) {
      return false;
    }
    SpecModel spec = reader.read(type);
    Validated validated = validator.validate(spec);
    Lowered lowered = lowerer.lower(validated, reader.classes(type));
    diagnostics.print(validated.report().plus(lowered.report()), type);
    lowered.network().ifPresent(network -> write(network, spec, type));
    return true;
  }

  /**
   * Says of a spec what it names that will never exist, as far as the compiler does not. Any other
   * fault may come from just that.
   */
  void giveUp(TypeElement type) {
    diagnostics.print(reader.unknown(type), type);
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
              spec.ref().sourceName()),
          type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
