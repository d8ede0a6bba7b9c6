package io.venturi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.data.Dataset;
import io.venturi.error.PluginException;
import io.venturi.model.Model;
import io.venturi.spi.Network;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications are plugins' contributions too. */
class ApplicationsTest {

  @TempDir private Path folder;

  private TestPlugin plugin() {
    return TestPlugin.in(folder)
        .plugin(
            "Plugin",
            """
            binder.loss(Squared.class, SquaredFactory.class);
            binder.application(Counting.class);
            """)
        .source(
            "SquaredFactory",
            """
            public final class SquaredFactory implements LossFactory<Squared> {
              public Loss create(Squared annotation, SpecContext context) {
                return new SquaredLoss();
              }
            }
            """);
  }

  private static final String COUNTING =
      """
      public final class Counting {
        private final io.venturi.application.Models models;
        @jakarta.inject.Inject Counting(io.venturi.application.Models models) {
          this.models = models;
        }
        @Override public String toString() {
          return models.trainer(SmallAutoencoder.class).getClass().getSimpleName();
        }
      }
      """;

  private static Class<?> counting(URLClassLoader loader) throws ReflectiveOperationException {
    return loader.loadClass("com.stranger.Counting");
  }

  @Test
  void areMadeOnceWithWhatTheyAskFor() throws IOException, ReflectiveOperationException {
    plugin().source("Counting", COUNTING).compile("com.stranger.Plugin");
    try (URLClassLoader loader = TestPlugin.loader(folder)) {
      Venturi venturi = Venturi.create(loader);
      Object application = venturi.application(counting(loader));
      assertThat(application).hasToString("Trainer");
      assertThat(venturi.application(counting(loader))).isSameAs(application);
      assertThat(Venturi.create(loader).application(counting(loader))).isNotSameAs(application);
    }
  }

  @Test
  void thatFailNameTheirPlugin() throws IOException, ReflectiveOperationException {
    plugin()
        .source(
            "Counting",
            """
            public final class Counting {
              public Counting() { throw new IllegalStateException("no licence"); }
            }
            """)
        .compile("com.stranger.Plugin");
    try (URLClassLoader loader = TestPlugin.loader(folder)) {
      Venturi venturi = Venturi.create(loader); // Whoever does not ask for it is not troubled.
      Class<?> counting = counting(loader);
      assertThatThrownBy(() -> venturi.application(counting))
          .isInstanceOf(PluginException.class)
          .hasMessageStartingWith("[AE-253] Plugin com.stranger.Plugin (")
          .hasMessageContaining("no licence");
    }
  }

  @Test
  void thatNobodyContributesAreNamedBesideThoseThatAre() throws IOException {
    plugin().source("Counting", COUNTING).compile("com.stranger.Plugin");
    try (URLClassLoader loader = TestPlugin.loader(folder)) {
      Venturi venturi = Venturi.create(loader);
      assertThatThrownBy(() -> venturi.application(StringBuilder.class))
          .isInstanceOf(PluginException.class)
          .hasMessage(
              "[AE-310] No plugin on the class path contributes the application"
                  + " java.lang.StringBuilder: add the plugin that has it, with its service file,"
                  + " to the dependencies (contributed: Counting).");
    }
  }

  @Test
  void ofTwoPluginsThatAreTheSameAreRefused() throws IOException {
    plugin()
        .source("Counting", COUNTING)
        .plugin("Second", "binder.application(Counting.class);")
        .compile("com.stranger.Plugin", "com.stranger.Second");
    try (URLClassLoader loader = TestPlugin.loader(folder)) {
      assertThatThrownBy(() -> Venturi.create(loader))
          .isInstanceOf(PluginException.class)
          .hasMessageStartingWith(
              "[AE-251] Two plugins contribute the application Counting: com.stranger.Plugin (");
    }
  }

  @Test
  void canCompareATrainedModelWithAnUntrainedOne() throws IOException {
    plugin().source("Counting", COUNTING).compile("com.stranger.Plugin");
    try (URLClassLoader loader = TestPlugin.loader(folder)) {
      Venturi venturi = Venturi.create(loader);
      Dataset data = Dataset.of(Rows.uniform(64, 6, 3));
      try (Model<SmallAutoencoder> start =
              venturi.trainer(SmallAutoencoder.class).seed(5).epochs(1).fit(data).model();
          Model<Network<?>> untrained = venturi.untrained(start, 5);
          Model<Network<?>> again = venturi.untrained(start, 5);
          Model<Network<?>> other = venturi.untrained(start, 6)) {
        assertThat(untrained.description()).isEqualTo(start.description());
        assertThat(untrained.parameters()).isEqualTo(again.parameters());
        assertThat(untrained.parameters()).isNotEqualTo(start.parameters());
        assertThat(untrained.parameters()).isNotEqualTo(other.parameters());
        assertThat(untrained.provenance().facts()).containsEntry("seed", "5");
      }
    }
  }
}
