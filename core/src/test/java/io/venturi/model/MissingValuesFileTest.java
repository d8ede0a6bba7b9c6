package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.data.Dataset;
import io.venturi.data.Gaps;
import io.venturi.data.Scalers;
import io.venturi.data.Scaling;
import io.venturi.error.ModelFileException;
import io.venturi.runtime.Venturi;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder_Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of models that allow for missing values. */
class MissingValuesFileTest {

  private static final Scaling SCALING = Scalers.standard().fit(Dataset.of(Rows.uniform(30, 6, 1)));

  @TempDir Path folder;

  private Path save(@Nullable Scaling scaling, Gaps gaps) {
    SmallAutoencoder_Network network = new SmallAutoencoder_Network();
    network.parameters().initialize(1);
    Path file = folder.resolve("model.venturi");
    Use use = new Use(scaling, null, null, List.of(), gaps);
    Model.of(network, new Provenance(Map.of()), use).save(file);
    return file;
  }

  /** Older readers, who would let NaN pass, refuse it by its version. */
  @Test
  void hasAVersionOfItsOwn() throws IOException {
    assertThat(version(save(null, Gaps.filledWith(0)))).isEqualTo("3");
    assertThat(version(save(SCALING, Gaps.filledWith(0)))).isEqualTo("3");
    assertThat(version(save(SCALING, Gaps.REFUSED))).isEqualTo("2");
    assertThat(version(save(null, Gaps.REFUSED))).isEqualTo("1");
  }

  private static String version(Path file) throws IOException {
    return ForgedFile.of(file).metadata().get("venturi").textValue();
  }

  @Test
  void keepsEveryBitOfTheFilling() {
    for (float fill : new float[] {0, 0.1f, -1e-30f, Float.MAX_VALUE}) {
      Path file = save(SCALING, Gaps.filledWith(fill));
      assertThat(Venturi.create().load(file).gaps()).isEqualTo(Gaps.filledWith(fill));
    }
  }

  @Test
  void refusesForgeries() throws IOException {
    Path file = save(null, Gaps.filledWith(0.5f));
    ForgedFile forged = ForgedFile.of(file);
    for (String fill : List.of("NaN", "Infinity", "much")) {
      forged.manifest.putObject("missingValues").put("fill", fill);
      forged.write(file);
      assertRefused(file, "its missing values are filled with " + fill);
    }
    forged.manifest.putObject("missingValues").put("fill", "0.0").put("class", "x");
    forged.write(file);
    assertRefused(file, "its missing values have the keys [fill, class]");
    forged.manifest.putObject("missingValues");
    forged.write(file);
    assertRefused(file, "its missing values have the keys []");
    forged.manifest.remove("missingValues");
    forged.write(file);
    assertRefused(file, "its version is not that of what it says of its spec's annotations");
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> Venturi.create().load(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(reason);
  }
}
