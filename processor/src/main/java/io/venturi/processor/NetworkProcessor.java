package io.venturi.processor;

import com.google.auto.common.BasicAnnotationProcessor;
import com.google.auto.service.AutoService;
import io.venturi.processor.internal.lower.LayerProcessors;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;

/** Checks every {@code @Autoencoder} spec and writes {@code <Spec>_Network} beside it. */
@AutoService(Processor.class)
public final class NetworkProcessor extends BasicAnnotationProcessor {

  private final LayerProcessors layers;

  /** With the layer plugins on the processor path. */
  public NetworkProcessor() {
    this(LayerProcessors.load(NetworkProcessor.class.getClassLoader()));
  }

  NetworkProcessor(LayerProcessors layers) {
    this.layers = layers;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  protected Iterable<? extends Step> steps() {
    return List.of(new AutoencoderStep(processingEnv, layers));
  }
}
