package io.venturi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.application.report.LineChart;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.data.Dataset;
import io.venturi.model.Codec;
import io.venturi.train.EpochMetrics;
import io.venturi.train.History;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PartsTest {

  /** Keeps the first value of a row. */
  private static final Codec FIRST =
      new Codec() {
        @Override
        public int inputs() {
          return 4;
        }

        @Override
        public int codeSize() {
          return 1;
        }

        @Override
        public float[][] encode(float[][] rows) {
          float[][] codes = new float[rows.length][1];
          for (int i = 0; i < rows.length; i++) {
            codes[i][0] = rows[i][0];
          }
          return codes;
        }

        @Override
        public float[][] decode(float[][] codes) {
          float[][] rows = new float[codes.length][4];
          for (int i = 0; i < codes.length; i++) {
            rows[i][0] = codes[i][0];
          }
          return rows;
        }
      };

  private static String html(ReportPart part) {
    HtmlSection section = new HtmlSection(new Pictures("report"), "");
    part.writeTo(section);
    return section.html();
  }

  private static EpochMetrics epoch(int epoch, double loss, OptionalDouble validation) {
    return new EpochMetrics(
        epoch,
        loss,
        validation,
        0.1 / epoch,
        1,
        100,
        Map.of("reconstruction", loss / 2, "activeUnits", 32.0),
        Map.of(),
        epoch == 2 ? List.of("3 of 4 units are dead") : List.of());
  }

  @Test
  void theCourseOfATraining() {
    List<EpochMetrics> epochs = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      epochs.add(epoch(i, 8.0 / i, i < 3 ? OptionalDouble.of(9.0 / i) : OptionalDouble.empty()));
    }
    History history = new History(epochs, History.Ending.STOPPED, 3, 0);
    assertThat(html(TrainingCurves.of(history)))
        .contains(
            history + ".",
            "Loss by epoch. Loss, training: 8 after the first epoch, 2.667 after the last. Loss,"
                + " validation: 9 after the first epoch, NaN after the last.",
            "1 of 6 points is not shown",
            "reconstruction by epoch. reconstruction, training: 4 after the first epoch",
            "<p>activeUnits was the same after every epoch: training 32.</p>",
            "Learning rate by epoch.",
            "<td>3 of 4 units are dead</td><td class=\"number\">1</td>")
        .doesNotContain("activeUnits by epoch");
  }

  @Test
  void learningRatesHaveALinearAxis() {
    List<LineChart> charts = new ArrayList<>();
    List<EpochMetrics> epochs = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      epochs.add(epoch(i, 8.0 / i, OptionalDouble.empty()));
    }
    TrainingCurves.of(new History(epochs, History.Ending.COMPLETE, 40, 0))
        .writeTo(
            (ReportWriter)
                Proxy.newProxyInstance(
                    ReportWriter.class.getClassLoader(),
                    new Class<?>[] {ReportWriter.class},
                    (writer, method, arguments) -> {
                      if (arguments[0] instanceof LineChart chart) {
                        charts.add(chart);
                      }
                      return null;
                    }));
    assertThat(charts).extracting(LineChart::title).endsWith("Learning rate").hasSize(3);
    assertThat(charts)
        .extracting(chart -> chart.y().logarithmic())
        .containsExactly(true, true, false);
  }

  @Test
  void aTrainingWithoutEpochs() {
    assertThat(html(TrainingCurves.of(new History(List.of(), History.Ending.STOPPED, 0, 0))))
        .isEqualTo("<p>0 epochs: stopped, no epoch is kept.</p>\n");
  }

  @Test
  void imagesOverWhatCameBack() {
    float[][] images = {{1, 0, 0, 0}, {0, 0, 0, 1}};
    assertThat(html(Reconstructions.of(FIRST, images, 2, 2)))
        .contains(
            "alt=\"originals. 2 images. Below each what came back from a code of 1 numbers.\"",
            "alt=\"reconstructions. ",
            "Mean squared error of these images: 0.1250, of single ones 0 to 0.2500.");
    assertThatThrownBy(() -> Reconstructions.of(FIRST, Dataset.of(images), 12))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A picture needs the shape {height, width}, or with 1 or 3 channels behind it, not"
                + " [4].");
  }
}
