package io.venturi.processor;

import com.google.auto.common.MoreElements;
import com.google.auto.service.AutoService;
import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.lower.LayerProcessors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Checks every {@code @Autoencoder} spec and writes {@code <Spec>_Network} beside it.
 *
 * <p>A spec that names what another processor has yet to generate waits for the next round.
 */
@AutoService(Processor.class)
public final class NetworkProcessor extends AbstractProcessor {

  private final LayerProcessors layers;

  /** By name, as every round has elements of its own. */
  private final Set<String> waiting = new LinkedHashSet<>();

  private @Nullable SpecCompiler compiler;

  /** With the layer plugins on the processor path. */
  public NetworkProcessor() {
    this(LayerProcessors.load(NetworkProcessor.class.getClassLoader()));
  }

  NetworkProcessor(LayerProcessors layers) {
    this.layers = layers;
  }

  @Override
  public synchronized void init(ProcessingEnvironment env) {
    super.init(env);
    compiler = new SpecCompiler(env, layers);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(CoreNames.AUTOENCODER);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    SpecCompiler specs = Objects.requireNonNull(compiler, "init was not called");
    List<TypeElement> open = Stream.concat(waiting(), annotated(annotations, round)).toList();
    waiting.clear();
    for (TypeElement spec : open) {
      if (round.processingOver()) {
        specs.giveUp(spec);
      } else if (!specs.compile(spec)) {
        waiting.add(spec.getQualifiedName().toString());
      }
    }
    return false;
  }

  private Stream<TypeElement> waiting() {
    return waiting.stream()
        .map(processingEnv.getElementUtils()::getTypeElement)
        .filter(Objects::nonNull);
  }

  private static Stream<TypeElement> annotated(
      Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return annotations.stream()
        .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
        .map(MoreElements::asType);
  }
}
