package com.example.clothes;

import com.example.extras.LookAlikes;
import com.example.extras.Matches;
import com.example.extras.WassersteinModel;
import io.venturi.application.report.ImageRows;
import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.report.HtmlReport;
import io.venturi.report.PngImages;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.FashionMnist;
import io.venturi.train.Adam;
import io.venturi.train.ConsoleProgress;
import io.venturi.train.Schedules;
import io.venturi.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Trains {@link Clothes} on 8,000 pictures, mends 2,000 others, and draws new ones. */
public final class ClothesApp {

  private static final int SHOWN = 12;
  private static final long SEED = 7;

  private ClothesApp() {}

  /**
   * @param args how many epochs, 20 unless given; the folder for model and picture
   */
  public static void main(String[] args) throws IOException {
    int epochs = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    Path folder = Path.of(args.length > 1 ? args[1] : "target/clothes");
    Dataset train = FashionMnist.train();
    Dataset test = FashionMnist.test();

    Venturi venturi = Venturi.create();
    Training<Clothes> run =
        venturi
            .trainer(Clothes.class)
            .epochs(epochs)
            .batchSize(128)
            .optimizer(new Adam(2e-3))
            .schedule(Schedules.cosine(0.05))
            .seed(42)
            .listener(new ConsoleProgress())
            .fit(train);
    Model<Clothes> model = run.model();
    Files.createDirectories(folder);
    model.save(folder.resolve("clothes.venturi"));

    float[][] clean = test.toArray();
    float[][] covered = venturi.corrupt(Clothes.class, test, SEED).toArray();
    float[][] mended = model.reconstruct(covered);
    WassersteinModel inventor = WassersteinModel.of(model);
    PngImages.write(
        folder.resolve("clothes.png"),
        new ImageRows("Clothes", "Covered, mended, clean and invented pictures.", 28, 28)
            .row("seen", first(covered))
            .row("mended", first(mended))
            .row("clean", first(clean))
            .row("invented", inventor.sample(SHOWN, SEED)));
    Matches alike = venturi.application(LookAlikes.class).find(model, train, test, 3);
    System.out.println("report: " + HtmlReport.titled("Clothes").add(alike).write(folder));
    System.out.println("covered, mended, clean, invented: " + folder.resolve("clothes.png"));

    System.out.printf(
        Locale.ROOT,
        "third-party: MSE of mended pictures %.4f, as seen %.4f, mean picture %.4f;"
            + " MMD^2 of codes from the prior %.4f; look-alikes of the same kind %.3f;"
            + " %d epochs, %.1f s%n",
        error(mended, clean),
        error(covered, clean),
        error(mean(train.toArray()), clean),
        inventor.discrepancy(clean, SEED),
        alike.sameLabel(FashionMnist.trainLabels(), FashionMnist.testLabels()),
        epochs,
        run.history().seconds());
  }

  private static float[][] first(float[][] images) {
    return java.util.Arrays.copyOf(images, SHOWN);
  }

  /** The mean over rows and pixels; of one image, against all. */
  private static double error(float[][] images, float[][] clean) {
    double sum = 0;
    for (int r = 0; r < clean.length; r++) {
      float[] image = images[Math.min(r, images.length - 1)];
      for (int i = 0; i < image.length; i++) {
        double difference = image[i] - clean[r][i];
        sum += difference * difference;
      }
    }
    return sum / clean.length / clean[0].length;
  }

  private static float[][] mean(float[][] images) {
    float[] mean = new float[images[0].length];
    for (float[] image : images) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += image[i] / images.length;
      }
    }
    return new float[][] {mean};
  }
}
