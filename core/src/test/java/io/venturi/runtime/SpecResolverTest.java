package io.venturi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.AutoencoderKind;
import io.venturi.error.PluginException;
import io.venturi.error.SpecException;
import io.venturi.model.Model;
import io.venturi.model.Provenance;
import io.venturi.spi.NetworkDescription;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.SmallAutoencoder_Network;
import io.venturi.testing.Squared;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecResolverTest {

  @TempDir Path folder;

  interface NoSpec {}

  @Autoencoder(input = 4)
  @Squared
  interface NotCompiled {}

  @Autoencoder(input = 4)
  @Squared
  interface Failing {}

  @Autoencoder(input = 4)
  @Squared
  interface Foreign {}

  private Venturi withSquared() {
    TestPlugin.in(folder)
        .factory("Factory")
        .plugin("Plugin", "binder.loss(Squared.class, Factory.class);")
        .compile("com.stranger.Plugin");
    // Left open: the plugin's classes load as they are used.
    URLClassLoader loader = TestPlugin.loader(folder);
    return Venturi.create(loader);
  }

  @Test
  void namesTheArtifactOfAMissingPlugin() {
    assertThatThrownBy(() -> Venturi.create().trainer(SmallAutoencoder.class))
        .isInstanceOf(PluginException.class)
        .hasMessage(
            "[AE-250] SmallAutoencoder is annotated @Squared, but no plugin on the class path"
                + " contributes it: add io.example:squared to the dependencies (1 plugins are"
                + " loaded: io.venturi.internal.CorePlugin).");
  }

  /** A type annotation whose class is there, but not its plugin. */
  @Retention(RetentionPolicy.RUNTIME)
  @AutoencoderKind(runtime = "io.example:bouncing")
  @interface Bouncing {}

  @Autoencoder(input = 6)
  @Squared
  @Bouncing
  interface BouncingSpec extends SmallAutoencoder {}

  @Test
  void namesTheArtifactOfAMissingType() {
    assertThatThrownBy(() -> withSquared().trainer(BouncingSpec.class))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(
            "[AE-250] BouncingSpec is annotated @Bouncing, but no plugin on the class path"
                + " contributes it: add io.example:bouncing to the dependencies");
  }

  /** Java leaves an annotation out whose class is missing; the generated network remembers it. */
  @Autoencoder(input = 6)
  interface Forgotten extends SmallAutoencoder {}

  @Test
  void namesTheArtifactOfAnAnnotationThatIsNotOnTheClassPath() {
    assertThatThrownBy(() -> withSquared().trainer(Forgotten.class))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(
            "[AE-250] Forgotten is annotated @Huber, but no plugin on the class path contributes"
                + " it: add io.example:huber to the dependencies");
  }

  @Autoencoder(input = 6)
  interface Lossless extends SmallAutoencoder {}

  @Test
  void refusesASpecWithoutALoss() {
    assertThatThrownBy(() -> withSquared().trainer(Lossless.class))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-257] %s has no loss annotation: compile it anew with the processor.",
            Lossless.class.getName());
  }

  @Test
  void refusesWhatIsNoSpec() {
    Venturi venturi = Venturi.create();
    for (Class<?> type : new Class<?>[] {NoSpec.class, String.class, int[].class, int.class}) {
      assertThatThrownBy(() -> venturi.trainer(type))
          .isInstanceOf(SpecException.class)
          .hasMessage("[AE-254] %s is no spec: it has no @Autoencoder.", type.getName());
    }
    assertThatThrownBy(() -> venturi.load(savedModel(), NoSpec.class))
        .isInstanceOf(SpecException.class);
  }

  @Test
  void refusesASpecThatTheProcessorHasNotSeen() {
    assertThatThrownBy(() -> Venturi.create().trainer(NotCompiled.class))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-255] %s has no generated network"
                + " io.venturi.runtime.SpecResolverTest_NotCompiled_Network: compile it with"
                + " io.venturi:venturi-processor-all on the annotation processor path.",
            NotCompiled.class.getName());
  }

  @Test
  void refusesANetworkThatCannotBeMade() {
    assertThatThrownBy(() -> Venturi.create().trainer(Failing.class))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-256] The generated network io.venturi.runtime.SpecResolverTest_Failing_Network"
                + " cannot be made: java.lang.IllegalStateException: broken. Compile the spec"
                + " anew.");
    assertThatThrownBy(() -> Venturi.create().trainer(Foreign.class))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("[AE-256] ")
        .hasMessageContaining("ClassCastException");
  }

  @Test
  void namesAMissingLayerPluginWhenItLoadsWithoutTheSpec() {
    Venturi blind = Venturi.create(TestPlugin.blind());
    assertThatThrownBy(() -> blind.load(savedModel()))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("[AE-250] SmallAutoencoder is annotated @Dense, but no plugin");
    // With its spec a model needs no plugin.
    assertThat(blind.load(savedModel(), SmallAutoencoder.class).description().codes()).isEqualTo(3);
  }

  @Test
  void bindsASpecToWhatItsAnnotationsStandFor() throws IOException {
    var trainer = withSquared().trainer(SmallAutoencoder.class);
    var objective = trainer.objective();
    assertThat(objective.types()).hasSize(1); // Vanilla: none was asked for.
    assertThat(objective.loss().getClass().getSimpleName()).isEqualTo("SquaredLoss");
    assertThat(objective.network()).isInstanceOf(SmallAutoencoder_Network.class);
    NetworkDescription description = objective.network().description();
    assertThat(description.contributions())
        .isEqualTo(Map.of("io.venturi.testing.Squared", "io.example:squared"));
  }

  private Path savedModel() {
    SmallAutoencoder_Network network = new SmallAutoencoder_Network();
    network.parameters().initialize(1);
    Path file = folder.resolve("model.venturi");
    Model.of(network, new Provenance(Map.of())).save(file);
    return file;
  }
}
