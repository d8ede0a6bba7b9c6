package io.venturi.restoration;

import io.venturi.application.Bootstrap;
import io.venturi.application.report.ImageRows;
import io.venturi.model.Codec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Measures a model beside noisy rows and, of images, filters. */
final class Contest {

  private static final int SHOWN = 10;

  private final Restorer model;
  private final Yardstick yardstick;
  private final List<Baseline> baselines;
  private final Bootstrap bootstrap;

  Contest(Codec codec, Yardstick yardstick, List<Baseline> baselines, long seed) {
    this.model = Restorer.of(codec);
    this.yardstick = yardstick;
    this.baselines = baselines;
    this.bootstrap = Bootstrap.of(seed);
  }

  RestorationResult of(Pairs pairs) {
    return yardstick
        .shape()
        .map(shape -> ofImages(pairs, shape))
        .orElseGet(() -> measured(pairs, List.of(), Optional.empty()));
  }

  private RestorationResult ofImages(Pairs pairs, ImageShape shape) {
    Pairs toChooseBy = pairs.toChooseBy();
    Pairs toMeasure = pairs.toMeasure();
    List<Filter> filters =
        baselines.stream().map(baseline -> best(baseline, toChooseBy, shape)).toList();
    ImageRows images = pictures(toMeasure.first(SHOWN), filters, shape);
    List<Named> restorers =
        filters.stream().map(f -> new Named(f.name(), Restorer.of(f, shape))).toList();
    return measured(toMeasure, restorers, Optional.of(images));
  }

  private record Named(String name, Restorer restorer) {}

  /** The first of equally good ones. */
  private Filter best(Baseline baseline, Pairs pairs, ImageShape shape) {
    Filter best = baseline.settings().get(0);
    if (baseline.settings().size() == 1) {
      return best;
    }
    double most = Double.NEGATIVE_INFINITY;
    for (Filter filter : baseline.settings()) {
      double psnr = yardstick.measure(pairs, Restorer.of(filter, shape)).meanPsnr();
      if (psnr > most) {
        most = psnr;
        best = filter;
      }
    }
    return best;
  }

  private RestorationResult measured(Pairs pairs, List<Named> filters, Optional<ImageRows> images) {
    Measured noisy = yardstick.measure(pairs, Restorer.NONE);
    Measured restored = yardstick.measure(pairs, model);
    List<Quality> qualities = new ArrayList<>();
    List<Gain> overFilters = new ArrayList<>();
    for (Named filter : filters) {
      Measured measured = yardstick.measure(pairs, filter.restorer());
      Quality quality = measured.named(filter.name(), bootstrap);
      qualities.add(quality);
      overFilters.add(gain(restored, measured, quality));
    }
    Quality before = noisy.named("noisy", bootstrap);
    return new RestorationResult(
        pairs.rows().length,
        before,
        qualities,
        restored.named("model", bootstrap),
        gain(restored, noisy, before),
        overFilters.stream().min(Comparator.comparingDouble(Gain::psnr)),
        yardstick.peak(),
        images);
  }

  private Gain gain(Measured restored, Measured other, Quality over) {
    return new Gain(
        over,
        restored.meanPsnr() - other.meanPsnr(),
        bootstrap.pairedDifference(restored.psnr(), other.psnr()));
  }

  private ImageRows pictures(Pairs shown, List<Filter> filters, ImageShape shape) {
    ImageRows images =
        new ImageRows(
            "Noisy and restored",
            "Clean images, the same with noise, and what filters and the model make of these.",
            shape.toArray());
    images.row("clean", shown.cleanRows());
    images.row("noisy", shown.noisyRows());
    for (Filter filter : filters) {
      images.row(filter.name(), Restorer.of(filter, shape).restore(shown));
    }
    return images.row("model", model.restore(shown));
  }
}
