package io.venturi.samples.compression;

import io.venturi.compression.Compression;
import io.venturi.compression.RateCurve;
import io.venturi.compression.RatePoint;
import io.venturi.compression.Rival;
import io.venturi.data.Dataset;
import io.venturi.reduction.Pca;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Principal components through the same quantisers and coder, as many as serve them best. */
final class PcaCodes {

  private static final String NAME = "PCA";
  private static final double[] BITS = {3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7};

  private final Compression compression;
  private final Dataset test;
  private final List<Pca> codecs;

  PcaCodes(Compression compression, Dataset train, Dataset test) {
    this.compression = compression;
    this.test = test;
    this.codecs = IntStream.of(16, 32, 64, 96, 128, 192).mapToObj(k -> Pca.fit(train, k)).toList();
  }

  RateCurve curve() {
    return RateCurve.bestOf(
        NAME, codecs.stream().map(codec -> compression.curve(NAME, codec, test, BITS)).toList());
  }

  /** The smallest of their files at this PSNR. */
  Rival reaching(double psnr) {
    record Found(RatePoint point, long modelBytes) {}
    Optional<Found> best =
        codecs.stream()
            .flatMap(
                codec ->
                    compression.reaching(psnr, codec, test).stream()
                        .map(point -> new Found(point, modelBytes(codec))))
            .min(Comparator.comparingLong(found -> found.point().bytes()));
    return new Rival(
        NAME,
        best.map(Found::point),
        best.map(Found::modelBytes).orElse(modelBytes(codecs.get(0))));
  }

  /** As floats: the mean and the axes. */
  private static long modelBytes(Pca codec) {
    return (long) Float.BYTES * codec.inputs() * (1 + codec.codeSize());
  }
}
