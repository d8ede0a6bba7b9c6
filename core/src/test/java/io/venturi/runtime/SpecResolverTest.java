package io.venturi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.AutoencoderKind;
import io.venturi.error.PluginException;
import io.venturi.error.SpecException;
import io.venturi.model.Model;
import io.venturi.model.Provenance;
import io.venturi.model.Use;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.StepContext;
import io.venturi.testing.Curious;
import io.venturi.testing.Hum;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.SmallAutoencoder_Network;
import io.venturi.testing.Squared;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
            "[AE-250] SmallAutoencoder uses @Squared, but no plugin on the class path"
                + " contributes it: add io.example:squared to the dependencies (1 plugin is"
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
            "[AE-250] BouncingSpec uses @Bouncing, but no plugin on the class path"
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
            "[AE-250] Forgotten uses @Huber, but no plugin on the class path contributes"
                + " it: add io.example:huber to the dependencies");
  }

  @Autoencoder(input = 6)
  @Squared
  interface Strided extends SmallAutoencoder {}

  @Autoencoder(input = Autoencoder.FROM_DATA)
  @Squared
  interface StridedTable extends SmallAutoencoder {}

  /** Found before the network is made, which would end as a class that is not there. */
  @Test
  void namesTheArtifactOfAMissingLayer() {
    Venturi venturi = withSquared();
    for (ThrowingCallable use :
        new ThrowingCallable[] {
          () -> venturi.trainer(Strided.class),
          () -> venturi.load(savedModel(), Strided.class),
          () -> venturi.trainer(StridedTable.class)
        }) {
      assertThatThrownBy(use)
          .isInstanceOf(PluginException.class)
          .hasMessageContaining(
              "[AE-250] Strided uses @Stride, but no plugin on the class path contributes it: add"
                  + " io.example:strided to the dependencies");
    }
  }

  @Autoencoder(input = 6)
  @Squared
  @Curious
  @Hum(level = 0.5f)
  interface Noisy extends SmallAutoencoder {}

  private static final String HUM_FACTORY =
      """
      public final class HumFactory implements NoiseFactory<Hum> {
        public Corruption create(Hum hum, NetworkDescription network) {
          return (values, rows, width, firstRow, step) ->
              java.util.Arrays.fill(values, 0, rows * width, hum.level());
        }
      }
      """;

  private static final String CURIOUS_FACTORY =
      """
      public final class CuriousFactory
          implements AutoencoderTypeFactory<Curious> {
        public AutoencoderType create(
            Curious annotation, SpecContext context) {
          if (context.network().inputs() != 6) throw new IllegalStateException();
          return new AutoencoderType() {
            public java.util.Optional<Corruption> corruption() {
              return context.noises().stream().findFirst();
            }
          };
        }
      }
      """;

  private Venturi withNoise(String contribute) {
    TestPlugin.in(folder)
        .factory("Factory")
        .source("HumFactory", HUM_FACTORY)
        .source("CuriousFactory", CURIOUS_FACTORY)
        .plugin(
            "Plugin",
            "binder.loss(Squared.class, Factory.class);"
                + "binder.autoencoderType(Curious.class, CuriousFactory.class);"
                + contribute)
        .compile("com.stranger.Plugin");
    URLClassLoader loader = TestPlugin.loader(folder);
    return Venturi.create(loader);
  }

  @Test
  void givesATypeItsSpecsNoise() {
    var objective =
        withNoise("binder.noise(Hum.class, HumFactory.class);").trainer(Noisy.class).objective();
    float[] row = new float[6];
    StepContext step = StepContext.outsideTraining(1);
    objective.types().get(0).corruption().orElseThrow().corrupt(row, 1, 6, 0, step);
    assertThat(row).containsOnly(0.5f);
  }

  @Test
  void namesTheArtifactOfMissingNoise() {
    assertThatThrownBy(() -> withNoise("").trainer(Noisy.class))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("[AE-250] Noisy uses @Hum")
        .hasMessageContaining("add io.example:hum to");
  }

  @Test
  void refusesNoiseThatIsContributedTwice() {
    String bind = "binder.noise(Hum.class, HumFactory.class);";
    assertThatThrownBy(() -> withNoise(bind + bind))
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith("[AE-251] Two plugins contribute the noise @Hum: ");
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
    assertThatThrownBy(() -> withSquared().trainer(Failing.class).objective())
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-256] The generated network io.venturi.runtime.SpecResolverTest_Failing_Network"
                + " cannot be made: java.lang.IllegalStateException: broken. Compile the spec"
                + " anew.");
    assertThatThrownBy(() -> Venturi.create().trainer(Foreign.class))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("[AE-256] ")
        .hasMessageContaining("ClassNotFoundException");
  }

  @Test
  void namesAMissingLayerPluginWhenItLoadsWithoutTheSpec() {
    Venturi blind = Venturi.create(TestPlugin.blind());
    assertThatThrownBy(() -> blind.load(savedModel()))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("[AE-250] SmallAutoencoder uses @Dense, but no plugin");
    // With its spec a model needs no plugin.
    assertThat(blind.load(savedModel(), SmallAutoencoder.class).description().codeSize())
        .isEqualTo(3);
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
    Model.of(network, new Provenance(Map.of()), Use.PLAIN).save(file);
    return file;
  }
}
