package io.venturi.restoration;

import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Table;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of a folder of images.
 *
 * @param restored the files that were written, in the order of their names
 * @param failures the images that were left out, in the order of their names
 */
public record RestoredFolder(List<Path> restored, List<Failure> failures) implements ReportPart {

  public RestoredFolder {
    restored = List.copyOf(restored);
    failures = List.copyOf(failures);
  }

  @Override
  public String title() {
    return "Restored files";
  }

  @Override
  public void writeTo(ReportWriter report) {
    int all = restored.size() + failures.size();
    if (failures.isEmpty()) {
      report.verdict("All " + all + " images were restored.");
      return;
    }
    report.verdict(
        "%d of %d images were restored; the others are as they were."
            .formatted(restored.size(), all));
    Table.Builder table = Table.of("Not restored", "file", "reason");
    failures.forEach(f -> table.row(String.valueOf(f.file().getFileName()), f.reason()));
    report.table(table.build());
  }

  /** How many. */
  @Override
  public String toString() {
    return restored.size() + " images restored, " + failures.size() + " left out";
  }
}
