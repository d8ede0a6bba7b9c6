package io.venturi.samples.anomaly;

import io.venturi.anomaly.AnomalyDetection;
import io.venturi.anomaly.Evaluation;
import io.venturi.report.HtmlReport;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns the normal rows of tables and finds the anomalies among the others. */
@Command(
    name = "anomaly",
    description =
        "Learns a random half of the normal rows of each table, and tells the other half from the"
            + " anomalies. One spec and one set of defaults serve all tables.")
public final class Anomaly implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR|FILE",
      description =
          "NPZ files with X and y, CSV files with a column of labels, or folders of them; 0 is"
              + " normal, 1 an anomaly. Without any, bundled images of clothes, of which one class"
              + " is normal")
  private List<Path> places = List.of();

  @Option(names = "--label", description = "the column of labels in CSV files (${DEFAULT-VALUE})")
  private String label = "label";

  @Option(
      names = "--normal",
      description = "the class of clothes that is normal (${DEFAULT-VALUE})")
  private String normal = "Ankle boot";

  @Option(names = "--seed", description = "the first seed of three (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--out", description = "the folder for the report (${DEFAULT-VALUE})")
  private Path out = Path.of("target", "anomaly");

  @Option(
      names = "--calibration",
      description =
          "instead, of tables with 500 normal rows or more: how many unseen normal rows are called"
              + " anomalies at a promised rate of 1 %%, over 20 splits")
  private boolean calibration;

  private static final int SEEDS = 3;

  Anomaly() {}

  public static void main(String[] args) {
    System.exit(Samples.run(new Anomaly(), args));
  }

  @Override
  public Integer call() throws IOException {
    List<LabelledTable> tables =
        places.isEmpty() ? List.of(LabelledTable.clothes(normal)) : LabelledTable.of(places, label);
    AnomalyDetection detection = Venturi.create().application(AnomalyDetection.class);
    if (calibration) {
      return new CalibrationTrial(detection, seed).run(tables);
    }
    HtmlReport report = HtmlReport.titled("Anomalies");
    double auroc = 0;
    double precision = 0;
    for (LabelledTable table : tables) {
      Evaluation[] outcomes = outcomes(detection, table);
      double ofTable = 0;
      double precisionOfTable = 0;
      for (Evaluation outcome : outcomes) {
        ofTable += outcome.auroc() / SEEDS;
        precisionOfTable += outcome.averagePrecision() / SEEDS;
      }
      print(table.name(), ofTable, precisionOfTable, "");
      report.add(table.name() + ", seed " + seed, outcomes[0]::writeTo);
      auroc += ofTable / tables.size();
      precision += precisionOfTable / tables.size();
    }
    System.out.println("report: " + report.write(out).toAbsolutePath());
    print(
        "mean", auroc, precision, " (" + tables.size() + (tables.size() == 1 ? " set)" : " sets)"));
    return 0;
  }

  private Evaluation[] outcomes(AnomalyDetection detection, LabelledTable table) {
    Evaluation[] outcomes = new Evaluation[SEEDS];
    for (int i = 0; i < SEEDS; i++) {
      LabelledTable.Parts parts = table.split(seed + i);
      System.err.printf(
          "%s: %d rows to learn, %d to test, seed %d%n",
          table.name(), parts.train().size(), parts.test().size(), seed + i);
      outcomes[i] =
          detection
              .fitting(TableAutoencoder.class)
              .seed(seed + i)
              .fit(parts.train())
              .evaluate(parts.test(), parts.testLabels());
    }
    return outcomes;
  }

  private static void print(String name, double auroc, double precision, String more) {
    System.out.printf(
        Locale.ROOT, "anomaly: %s AUROC %.4f AP %.4f%s%n", name, auroc, precision, more);
  }
}
