package io.venturi.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's app with the plugin, without it, and with other plugins that are no good. */
class ThirdPartyAppTest {

  private static final String API_VERSION = "public int apiVersion() { return API_VERSION; } ";
  private static final String NOTHING = "public void contribute(PluginBinder binder) {} ";

  @TempDir Path folder;

  private Program run(Path... jars) throws IOException, InterruptedException {
    return Program.run(4, folder, jars);
  }

  private void assertRefused(String message, Path... jars)
      throws IOException, InterruptedException {
    Program program = run(jars);
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.output())
        .contains(
            "Exception in thread \"main\" io.venturi.error.PluginException: " + message + "\n");
  }

  @Test
  void trainsAndSaysHowWell() throws IOException, InterruptedException {
    Program program = run(Built.app(), Built.plugin());

    assertThat(program.exitCode()).as(program.output()).isZero();
    Matcher line =
        Pattern.compile(
                "third-party: MSE of mended pictures (\\S+), as seen (\\S+), mean picture (\\S+);"
                    + " MMD\\^2 of codes from the prior (\\S+); look-alikes of the same kind (\\S+);"
                    + " 4 epochs, \\S+ s\\n$")
            .matcher(program.output());
    assertThat(line.find()).as(program.output()).isTrue();
    double mended = Double.parseDouble(line.group(1));
    assertThat(mended).isLessThan(0.75 * Double.parseDouble(line.group(2)));
    assertThat(mended).isLessThan(0.5 * Double.parseDouble(line.group(3)));
    assertThat(Double.parseDouble(line.group(4))).isLessThan(0.15);
    assertThat(Double.parseDouble(line.group(5))).isGreaterThan(0.5); // By chance, 0.1.
    assertThat(folder.resolve("clothes.venturi")).isNotEmptyFile();
    assertThat(folder.resolve("report.html")).content().contains("Look-alikes");
    assertThat(folder.resolve("clothes.png")).isNotEmptyFile();
  }

  @Test
  void namesThePluginThatWasLeftOut() throws IOException, InterruptedException {
    Program program = run(Built.app());

    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.output())
        .contains(
            "Exception in thread \"main\" io.venturi.error.PluginException: [AE-250] Clothes uses"
                + " @Occlusion, but no plugin on the class path contributes it: add"
                + " com.example:venturi-extras to the dependencies (");
  }

  @Test
  void namesBothPluginsThatContributeTheSame() throws IOException, InterruptedException {
    Path other =
        StrangerJar.make(
            folder,
            "rival",
            "Other",
            API_VERSION
                + """
                public void contribute(PluginBinder binder) {
                  binder.loss(TukeyBiweight.class, Factory.class);
                }
                public static final class Factory implements LossFactory<TukeyBiweight> {
                  public Loss create(TukeyBiweight annotation, SpecContext context) { return null; }
                }
                """);
    assertRefused(
        ("[AE-251] Two plugins contribute the loss @TukeyBiweight: com.example.extras.ExtrasPlugin"
                + " (%s) and com.other.Other (%s). Take one of them off the class path.")
            .formatted(Built.location(Built.plugin()), Built.location(other)),
        Built.app(),
        Built.plugin(),
        other);
  }

  @Test
  void namesAPluginForAnotherVersionOfTheApi() throws IOException, InterruptedException {
    Path other =
        StrangerJar.make(
            folder, "old", "Other", "public int apiVersion() { return 1; } " + NOTHING);
    assertRefused(
        "[AE-252] Plugin com.other.Other (%s) was built for version 1 of the plugin API, this is"
                .formatted(Built.location(other))
            + " version 2: use a version of the plugin that was built for this Venturi.",
        Built.app(),
        Built.plugin(),
        other);
  }

  @Test
  void namesAPluginWhoseConstructorThrows() throws IOException, InterruptedException {
    Path other =
        StrangerJar.make(
            folder,
            "unlicensed",
            "Other",
            "public Other() { throw new IllegalStateException(\"no licence\"); } "
                + API_VERSION
                + NOTHING);
    assertRefused(
        "[AE-253] Plugin com.other.Other (%s) failed while loading:"
                .formatted(Built.location(other))
            + " java.lang.IllegalStateException: no licence. Update it, or take it off the class"
            + " path.",
        Built.app(),
        Built.plugin(),
        other);
  }

  @Test
  void namesAPluginThatFailsToContribute() throws IOException, InterruptedException {
    Path other =
        StrangerJar.make(
            folder,
            "moody",
            "Other",
            API_VERSION
                + "public void contribute(PluginBinder binder) {"
                + " throw new UnsupportedOperationException(\"not today\"); }");
    assertRefused(
        "[AE-253] Plugin com.other.Other (%s) failed while loading:"
                .formatted(Built.location(other))
            + " java.lang.UnsupportedOperationException: not today. Update it, or take it off the"
            + " class path.",
        Built.app(),
        Built.plugin(),
        other);
  }

  @Test
  void namesAPluginThatIsListedButNotThere() throws IOException, InterruptedException {
    Path other = StrangerJar.make(folder, "hollow", "Gone", API_VERSION + NOTHING);
    assertRefused(
        "[AE-253] Plugin com.other.Gone (%s) failed while loading:".formatted(Built.location(other))
            + " java.util.ServiceConfigurationError: io.venturi.spi.VenturiPlugin: Provider"
            + " com.other.Gone not found. Update it, or take it off the class path.",
        Built.app(),
        Built.plugin(),
        other);
  }
}
