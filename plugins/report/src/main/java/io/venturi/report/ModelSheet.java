package io.venturi.report;

import io.venturi.annotation.Layer;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Table;
import io.venturi.model.AnnotationEntry;
import io.venturi.model.Model;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a model is and where it comes from: its layers with shapes and parameters, its loss, types
 * and noise with their settings, its scaler, and all that its provenance says.
 */
public final class ModelSheet implements ReportPart {

  private final String name;
  private final String summary;
  private final Table layers;
  private final Table annotations;
  private final Table provenance;

  private ModelSheet(
      String name, String summary, Table layers, Table annotations, Table provenance) {
    this.name = name;
    this.summary = summary;
    this.layers = layers;
    this.annotations = annotations;
    this.provenance = provenance;
  }

  /** Of this model, which may be closed afterwards. */
  public static ModelSheet of(Model<?> model) {
    NetworkDescription description = model.description();
    String summary =
        String.format(
            Locale.ROOT,
            "%s: rows of %,d values (%s), codes of %,d, %,d parameters, fingerprint %s.%s",
            description.simpleName(),
            description.inputs(),
            shape(description.inputShape()),
            description.latentSize(),
            model.parameters().length,
            model.fingerprint(),
            model.scaling().map(scaling -> " Rows are scaled: " + scaling + ".").orElse(""));
    return new ModelSheet(
        description.simpleName(),
        summary,
        layers(model),
        annotations(model),
        facts(model.provenance().facts()));
  }

  private static Table layers(Model<?> model) {
    Table.Builder table = Table.of("Layers", "layer", "part", "kind", "shape", "parameters");
    for (LayerDescription layer : model.description().layers()) {
      table.row(
          layer.name(),
          layer.section().name().toLowerCase(Locale.ROOT),
          NetworkDescription.simpleName(layer.kind())
              + layer.attributes().entrySet().stream()
                  .map(entry -> setting(entry.getKey()) + " = " + simple(entry.getValue()))
                  .collect(Collectors.joining(", ", layer.attributes().isEmpty() ? "" : ": ", "")),
          shape(layer.inputShape()) + " → " + shape(layer.outputShape()),
          String.format(Locale.ROOT, "%,d", learned(model.layer(layer.name()))));
    }
    return table.build();
  }

  private static long learned(Layer layer) {
    return layer.blocks().values().stream().mapToLong(block -> block.values().length).sum();
  }

  private static String shape(List<Integer> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining(" × "));
  }

  /** The name of a class without its package; anything else as it is. */
  private static String simple(String value) {
    return value.matches("([a-z_][\\w]*\\.)+[A-Z]\\w*")
        ? NetworkDescription.simpleName(value)
        : value;
  }

  /** Without the mark of those that only a training needs. */
  private static String setting(String name) {
    return name.replaceFirst("^training\\.", "");
  }

  private static Table annotations(Model<?> model) {
    Table.Builder table = Table.of("Loss, types and noise", "annotation", "is a", "settings");
    for (AnnotationEntry entry : model.use().annotations()) {
      table.row(
          "@" + NetworkDescription.simpleName(entry.type()),
          entry.role().name().toLowerCase(Locale.ROOT),
          entry.settings().entrySet().stream()
              .map(setting -> setting.getKey() + " = " + setting.getValue())
              .collect(Collectors.joining(", ")));
    }
    if (model.gaps().allowed()) {
      table.row("@MissingValues", "data", "fill = " + model.gaps().fill());
    }
    return table.build();
  }

  private static Table facts(Map<String, String> facts) {
    Table.Builder table = Table.of("Provenance", "fact", "value");
    facts.forEach(
        (name, value) -> table.row(words(name), name.equals("ending") ? words(value) : value));
    return table.build();
  }

  /** {@code batchSize} as batch size, {@code EARLY_STOPPING} as early stopping. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  @Override
  public String title() {
    return "Model: " + name;
  }

  @Override
  public void writeTo(ReportWriter report) {
    report.text(summary);
    report.table(layers);
    if (!annotations.rows().isEmpty()) {
      report.table(annotations);
    }
    if (!provenance.rows().isEmpty()) {
      report.table(provenance);
    }
  }

  /** What the model is, in one line. */
  @Override
  public String toString() {
    return summary;
  }
}
