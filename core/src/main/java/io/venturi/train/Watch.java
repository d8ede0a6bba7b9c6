package io.venturi.train;

import io.venturi.spi.AutoencoderType;
import io.venturi.spi.CodeMonitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is noted about the steps of an epoch, of training or of validation, beside their loss. */
final class Watch {

  /**
   * What was noted.
   *
   * @param figures by name
   * @param warnings of types
   */
  record Notes(Map<String, Double> figures, List<String> warnings) {}

  private final Moment moment;
  private final List<CodeMonitor> monitors;

  Watch(Moment moment, List<AutoencoderType> types) {
    this.moment = moment;
    this.monitors =
        types.stream().map(AutoencoderType::codeMonitor).flatMap(Optional::stream).toList();
  }

  /** Where the next step stands; figures of steps go there. */
  Moment moment() {
    return moment;
  }

  /** Looks at the codes of a step that was made. */
  void observe(BatchStep<?> step) {
    step.observe(monitors);
  }

  /** What was noted since the last call. */
  Notes take() {
    Map<String, Double> figures = new LinkedHashMap<>(moment.figures.take());
    List<String> warnings = new ArrayList<>();
    for (CodeMonitor monitor : monitors) {
      monitor.report(
          new CodeMonitor.Findings() {
            @Override
            public void figure(String name, double value) {
              figures.put(name, value);
            }

            @Override
            public void warning(String text) {
              warnings.add(text);
            }
          });
    }
    return new Notes(Collections.unmodifiableMap(figures), List.copyOf(warnings));
  }
}
