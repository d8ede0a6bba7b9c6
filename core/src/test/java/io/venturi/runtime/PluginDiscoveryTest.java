package io.venturi.runtime;

import static io.venturi.runtime.TestPlugin.loader;
import static io.venturi.runtime.TestPlugin.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.venturi.data.Dataset;
import io.venturi.error.Message;
import io.venturi.error.PluginException;
import io.venturi.internal.CorePlugin;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginDiscoveryTest {

  private static final String BINDS_SQUARED = "binder.loss(Squared.class, Factory.class);";

  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("stranger"));
  }

  private TestPlugin plugin() {
    return TestPlugin.in(folder);
  }

  private static PluginException failure(Path... folders) throws IOException {
    try (URLClassLoader loader = loader(folders)) {
      Throwable thrown = catchThrowable(() -> Venturi.create(loader));
      assertThat(thrown).isInstanceOf(PluginException.class);
      return (PluginException) thrown;
    }
  }

  /** The plugin failed, and the message names its class and where it is. */
  private void assertFailed(PluginException e, String name, String reason) {
    assertThat(e.kind()).isEqualTo(Message.PLUGIN_FAILED);
    assertThat(e)
        .hasMessageStartingWith(
            "[AE-253] Plugin com.stranger.%s (%s) failed while loading: ", name, location(folder))
        .hasMessageContaining(reason)
        .hasCauseInstanceOf(Throwable.class);
  }

  @Test
  void findsCoresOwnPlugin() {
    Venturi venturi = Venturi.create();
    assertThat(venturi.plugins()).hasSize(1);
    LoadedPlugin core = venturi.plugins().iterator().next();
    assertThat(core.name()).isEqualTo(CorePlugin.class.getName());
    assertThat(core.location()).startsWith("file:").doesNotContain("META-INF");
  }

  @Test
  void findsWhatTheClassLoaderSees() throws IOException {
    plugin().factory("Factory").plugin("Plugin", BINDS_SQUARED).compile("com.stranger.Plugin");
    try (URLClassLoader loader = loader(folder)) {
      Venturi venturi = Venturi.create(loader);
      assertThat(venturi.plugins())
          .hasSize(2)
          .contains(new LoadedPlugin("com.stranger.Plugin", location(folder)));
      assertThat(
              venturi
                  .trainer(SmallAutoencoder.class)
                  .epochs(1)
                  .fit(Dataset.of(Rows.uniform(8, 6, 1)))
                  .history()
                  .epochs())
          .hasSize(1);
    }
    assertThat(Venturi.create(TestPlugin.blind()).plugins()).isEmpty();
    assertThat(Venturi.create().plugins()).as("instances are independent").hasSize(1);
  }

  @Test
  void takesTheThreadsContextClassLoader() throws IOException {
    plugin().factory("Factory").plugin("Plugin", BINDS_SQUARED).compile("com.stranger.Plugin");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = loader(folder)) {
      Thread.currentThread().setContextClassLoader(loader);
      assertThat(Venturi.create().plugins()).hasSize(2);
      Thread.currentThread().setContextClassLoader(null);
      assertThat(Venturi.create().plugins()).hasSize(1);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void injectsWhatAFactoryAsksForAndMakesItOnce() throws IOException {
    plugin()
        .source(
            "Helper",
            """
            public class Helper {
              public static int made;
              public Helper() { made++; }
            }
            """)
        .source(
            "Factory",
            """
            public final class Factory implements LossFactory<Squared> {
              private final Helper helper;
              @com.google.inject.Inject Factory(Helper helper) { this.helper = helper; }
              public Loss create(Squared annotation, SpecContext context) {
                if (helper == null || Helper.made != 1) throw new IllegalStateException();
                return new SquaredLoss();
              }
            }
            """)
        .plugin("Plugin", BINDS_SQUARED)
        .compile("com.stranger.Plugin");
    try (URLClassLoader loader = loader(folder)) {
      Venturi venturi = Venturi.create(loader);
      venturi.trainer(SmallAutoencoder.class);
      venturi.trainer(SmallAutoencoder.class);
    }
  }

  /** What a user sees is that it was found. */
  @Test
  void knowsAPluginThatContributesNothing() throws IOException {
    plugin().plugin("Plugin", "").compile("com.stranger.Plugin");
    try (URLClassLoader loader = loader(folder)) {
      assertThat(Venturi.create(loader).plugins())
          .contains(new LoadedPlugin("com.stranger.Plugin", location(folder)));
    }
  }

  /** Two factories, and the message of the one that fails names the other. */
  @Test
  void namesThePluginWhoseFactoryFailsAndNoOther() throws IOException {
    plugin()
        .factory("Factory")
        .source(
            "Broken",
            """
            public final class Broken implements NoiseFactory<Override> {
              public Broken() { throw new IllegalStateException("unlike com.stranger.Factory"); }
              public Corruption create(Override annotation, NetworkDescription network) { return null; }
            }
            """)
        .plugin("Good", BINDS_SQUARED)
        .plugin("Plugin", "binder.noise(Override.class, Broken.class);")
        .compile("com.stranger.Good", "com.stranger.Plugin");
    assertFailed(failure(folder), "Plugin", "unlike com.stranger.Factory");
  }

  @Test
  void refusesTwoPluginsThatContributeTheSame() throws IOException {
    plugin().factory("Factory").plugin("First", BINDS_SQUARED).compile("com.stranger.First");
    Path other = Files.createDirectory(root.resolve("other"));
    TestPlugin.in(other)
        .factory("OtherFactory")
        .plugin("Second", "binder.loss(Squared.class, OtherFactory.class);")
        .compile("com.stranger.Second");
    assertThat(failure(folder, other))
        .hasMessage(
            "[AE-251] Two plugins contribute the loss @Squared: com.stranger.First (%s) and"
                + " com.stranger.Second (%s). Take one of them off the class path.",
            location(folder), location(other));
  }

  @Test
  void refusesAPluginThatContributesWhatCoreDoes() throws IOException {
    plugin()
        .plugin(
            "Plugin",
            "binder.layer(io.venturi.annotation.Dense.class, io.venturi.layer.DenseFactory.class);")
        .compile("com.stranger.Plugin");
    assertThat(failure(folder))
        .hasMessageStartingWith("[AE-251] Two plugins contribute the layer @Dense: ")
        .hasMessageContaining(CorePlugin.class.getName())
        .hasMessageContaining("com.stranger.Plugin (" + location(folder) + ")");
  }

  @Test
  void refusesAPluginForAnotherVersionOfTheApi() throws IOException {
    plugin()
        .source(
            "Plugin",
            """
            public final class Plugin implements VenturiPlugin {
              public int apiVersion() { return 7; }
              public void contribute(PluginBinder binder) { throw new AssertionError(); }
            }
            """)
        .compile("com.stranger.Plugin");
    assertThat(failure(folder))
        .hasMessage(
            "[AE-252] Plugin com.stranger.Plugin (%s) was built for version 7 of the plugin API,"
                + " this is version 2: use a version of the plugin that was built for this"
                + " Venturi.",
            location(folder));
  }

  @Test
  void refusesAPluginWhoseConstructorThrows() throws IOException {
    plugin()
        .source(
            "Plugin",
            """
            public final class Plugin implements VenturiPlugin {
              public Plugin() { throw new IllegalStateException("no licence"); }
              public int apiVersion() { return API_VERSION; }
              public void contribute(PluginBinder binder) {}
            }
            """)
        .compile("com.stranger.Plugin");
    assertFailed(failure(folder), "Plugin", "java.lang.IllegalStateException: no licence");
  }

  @Test
  void refusesAPluginWhoseClassDoesNotInitialize() throws IOException {
    plugin()
        .source(
            "Plugin",
            """
            public final class Plugin implements VenturiPlugin {
              static final int NUMBER = Integer.parseInt("none");
              public int apiVersion() { return API_VERSION; }
              public void contribute(PluginBinder binder) {}
            }
            """)
        .compile("com.stranger.Plugin");
    assertFailed(failure(folder), "Plugin", "ExceptionInInitializerError");
  }

  @Test
  void refusesAPluginThatFailsToContribute() throws IOException {
    plugin()
        .plugin("Plugin", "throw new UnsupportedOperationException(\"not today\");")
        .compile("com.stranger.Plugin");
    assertFailed(failure(folder), "Plugin", "UnsupportedOperationException: not today");
  }

  @Test
  void refusesAPluginThatContributesNothingInParticular() throws IOException {
    plugin().plugin("Plugin", "binder.loss(null, null);").compile("com.stranger.Plugin");
    assertFailed(failure(folder), "Plugin", "NullPointerException: annotation");
  }

  @Test
  void refusesAPluginThatLacksOneOfItsClasses() throws IOException {
    plugin().factory("Factory").plugin("Plugin", BINDS_SQUARED).compile("com.stranger.Plugin");
    TestPlugin.delete(folder, "Factory");
    assertFailed(failure(folder), "Plugin", "NoClassDefFoundError: com/stranger/Factory");
  }

  @Test
  void refusesAPluginWhoseBaseClassIsMissing() throws IOException {
    plugin()
        .source("Base", "public abstract class Base implements VenturiPlugin {}")
        .source(
            "Plugin",
            """
            public final class Plugin extends Base {
              public int apiVersion() { return API_VERSION; }
              public void contribute(PluginBinder binder) {}
            }
            """)
        .compile("com.stranger.Plugin");
    TestPlugin.delete(folder, "Base");
    assertFailed(failure(folder), "Plugin", "NoClassDefFoundError: com/stranger/Base");
  }

  @Test
  void refusesAClassFileThatIsNone() throws IOException {
    plugin().compile("com.stranger.Plugin");
    Files.createDirectories(folder.resolve("com/stranger"));
    Files.writeString(folder.resolve("com/stranger/Plugin.class"), "not bytecode");
    assertFailed(failure(folder), "Plugin", "ClassFormatError");
  }

  @Test
  void refusesAPluginThatIsListedButMissing() throws IOException {
    plugin().compile("# a comment", "com.stranger.Missing # and one more");
    assertFailed(failure(folder), "Missing", "com.stranger.Missing not found");
  }

  /** Of two whose names begin alike, the one that is missing is named. */
  @Test
  void namesTheOneThatIsMissingAmongOthers() throws IOException {
    plugin().plugin("Plugin", "").compile("com.stranger.Plugin", "com.stranger.PluginOfMine");
    assertFailed(failure(folder), "PluginOfMine", "not found");
  }

  @Test
  void refusesAClassThatIsNoPlugin() throws IOException {
    plugin().source("Plugin", "public class Plugin {}").compile("com.stranger.Plugin");
    assertFailed(failure(folder), "Plugin", "not a subtype");
  }

  @Test
  void refusesAPluginThatCannotBeConstructed() throws IOException {
    plugin()
        .source(
            "Plugin",
            """
            public final class Plugin implements VenturiPlugin {
              public Plugin(int number) {}
              public int apiVersion() { return API_VERSION; }
              public void contribute(PluginBinder binder) {}
            }
            """)
        .compile("com.stranger.Plugin");
    assertFailed(failure(folder), "Plugin", "no-arg constructor");
  }

  @Test
  void namesThePluginWhoseFactoryCannotBeMade() throws IOException {
    plugin()
        .source(
            "Factory",
            """
            public final class Factory implements LossFactory<Squared> {
              public Factory(int sides) {}
              public Loss create(Squared annotation, SpecContext context) { return new SquaredLoss(); }
            }
            """)
        .plugin("Plugin", BINDS_SQUARED)
        .compile("com.stranger.Plugin");
    assertFailed(failure(folder), "Plugin", "constructor");
  }

  @Test
  void namesThePluginWhoseFactoryThrows() throws IOException {
    plugin()
        .source(
            "Factory",
            """
            public final class Factory implements LossFactory<Squared> {
              public Factory() { throw new IllegalStateException("out of order"); }
              public Loss create(Squared annotation, SpecContext context) { return new SquaredLoss(); }
            }
            """)
        .plugin("Plugin", BINDS_SQUARED)
        .compile("com.stranger.Plugin");
    assertFailed(failure(folder), "Plugin", "IllegalStateException: out of order");
  }

  @Test
  void aLoadedPluginSaysWhereItIsFrom() {
    assertThat(new LoadedPlugin("a.B", "file:/b.jar")).hasToString("a.B (file:/b.jar)");
  }
}
