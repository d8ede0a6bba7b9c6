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

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  protected Iterable<? extends Step> steps() {
    LayerProcessors processors = LayerProcessors.load(NetworkProcessor.class.getClassLoader());
    return List.of(new AutoencoderStep(processingEnv, processors));
  }
}
