package io.venturi.processor.internal.lower;

import io.venturi.processor.spi.LayerProcessor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The processor halves on the processor path.
 *
 * @param byAnnotation by the annotation's name, those of one annotation in the order of their class
 *     names, so that messages are the same each time
 * @param failures why others could not be loaded
 */
public record LayerProcessors(
    Map<String, List<LayerProcessor>> byAnnotation, List<String> failures) {

  /** A loader whose every answer is a failure would be asked for ever. */
  private static final int MOST_FAILURES = 100;

  public LayerProcessors {
    Map<String, List<LayerProcessor>> sorted = new TreeMap<>();
    byAnnotation.forEach(
        (annotation, processors) ->
            sorted.put(
                annotation,
                processors.stream()
                    .sorted(Comparator.comparing(processor -> processor.getClass().getName()))
                    .toList()));
    byAnnotation = Collections.unmodifiableMap(sorted);
    failures = List.copyOf(failures);
  }

  /** All that this loader's services name. */
  public static LayerProcessors load(ClassLoader loader) {
    Map<String, List<LayerProcessor>> found = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    Iterator<LayerProcessor> services = ServiceLoader.load(LayerProcessor.class, loader).iterator();
    while (failures.size() < MOST_FAILURES) {
      try {
        if (!services.hasNext()) {
          break;
        }
        LayerProcessor service = services.next();
        found.computeIfAbsent(service.annotation(), name -> new ArrayList<>()).add(service);
      } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    return new LayerProcessors(found, failures.stream().distinct().toList());
  }

  /** Those that answer for this annotation. */
  List<LayerProcessor> of(String annotation) {
    return byAnnotation.getOrDefault(annotation, List.of());
  }
}
