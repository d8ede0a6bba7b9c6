package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.annotation.BatchNormalization;
import io.venturi.annotation.Dense;
import io.venturi.error.ModelFileException;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.Linear;
import io.venturi.layer.BatchNormalizationKernel;
import io.venturi.layer.DenseKernel;
import io.venturi.runtime.Venturi;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running averages that are sound numbers, but none that a training leaves. */
class HostileStateTest {

  private static final Map<String, String> DENSE =
      Map.of("training.initializer", GlorotUniform.class.getName());

  private static final NetworkDescription TABLE =
      NetworkDescription.builder("io.venturi.testing.Any", 2)
          .layer(
              Section.ENCODER,
              "raw",
              BatchNormalization.class.getName(),
              2,
              2,
              Map.of("training.group", "64", "training.momentum", "0.9", "epsilon", "1.0E-5"))
          .layer(Section.BOTTLENECK, "code", Dense.class.getName(), 2, 1, DENSE)
          .layer(Section.DECODER, "out", Dense.class.getName(), 1, 2, DENSE)
          .build();

  @Test
  void isRefused(@TempDir Path folder) throws IOException {
    AssembledNetwork network =
        new AssembledNetwork(
            TABLE,
            List.of(
                new BatchNormalizationKernel(2, 64, 0.9, 1e-5, new Linear()),
                new DenseKernel(2, 1, new Linear(), new GlorotUniform()),
                new DenseKernel(1, 2, new Linear(), new GlorotUniform())),
            new Linear());
    network.parameters().initialize(1);
    Path file = folder.resolve("model.venturi");
    Model.ofNetwork(network, new Provenance(Map.of()), Use.PLAIN).save(file);
    Venturi venturi = Venturi.create();
    assertThat(venturi.load(file).encode(new float[][] {{1, 2}})).hasNumberOfRows(1);

    ForgedFile forged = ForgedFile.of(file);
    int state = network.parameters().size();
    forged.setValue(state + 4, -1);
    forged.write(file);
    assertThatThrownBy(() -> venturi.load(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageEndingWith(
            "is not a sound model file: it has a variance of -1.0 of feature 1. Nothing was"
                + " loaded; use a good copy.");

    forged.setValue(state + 4, 1);
    forged.setValue(state, -1);
    forged.write(file);
    assertThatThrownBy(() -> venturi.load(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("it has running averages of -1.0 steps");
  }
}
