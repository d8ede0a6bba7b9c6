package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlasChoiceTest {

  private static final Path CACHE = Path.of("/home/somebody/.javacpp/cache-mkl");
  private static final String LOAD = "org.bytedeco.openblas.load";
  private static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

  @Test
  void takesMklWhereItIsThere() {
    BlasChoice choice = choose(Map.of(), Map.of(), true);
    assertThat(choice.mkl()).isTrue();
    assertThat(choice.reason()).isEqualTo("found on the class path");
    assertThat(choice.properties())
        .containsOnly(Map.entry(LOAD, "mkl"), Map.entry(CACHE_PROPERTY, CACHE.toString()));
    assertThat(choice.variables())
        .containsOnly(Map.entry("MKL_THREADING_LAYER", "GNU"), Map.entry("MKL_CBWR", "AUTO"));
  }

  @Test
  void leavesEverythingAsItIsWithoutMkl() {
    assertThat(choose(Map.of(), Map.of(), false)).isEqualTo(BlasChoice.OPENBLAS);
    assertThat(BlasChoice.OPENBLAS.properties()).isEmpty();
    assertThat(BlasChoice.OPENBLAS.variables()).isEmpty();
  }

  @Test
  void takesNoForAnAnswer() {
    assertThat(choose(Map.of("venturi.blas", "openblas"), Map.of(), true))
        .isEqualTo(BlasChoice.OPENBLAS);
    // The other value is about the route, not about the library.
    assertThat(choose(Map.of("venturi.blas", "nd4j"), Map.of(), true).mkl()).isTrue();
  }

  @Test
  void overridesNothingThatTheUserHasSet() {
    for (String load : new String[] {LOAD, "org.bytedeco.openblas_nolapack.load"}) {
      assertThat(choose(Map.of(load, "/opt/blas.so"), Map.of(), true))
          .isEqualTo(BlasChoice.OPENBLAS);
      assertThat(choose(Map.of(load, ""), Map.of(), true)).isEqualTo(BlasChoice.OPENBLAS);
      BlasChoice asked = choose(Map.of(load, "MKL_rt"), Map.of(), false);
      assertThat(asked.mkl()).isTrue();
      assertThat(asked.reason()).isEqualTo("set by the user");
      assertThat(asked.properties()).containsOnlyKeys(CACHE_PROPERTY);
      assertThat(asked.variables()).containsOnlyKeys("MKL_THREADING_LAYER", "MKL_CBWR");
    }
    for (String cache : new String[] {CACHE_PROPERTY, "org.bytedeco.javacpp.cacheDir"}) {
      assertThat(choose(Map.of(cache, "/tmp/mine"), Map.of(), true).properties())
          .containsOnlyKeys(LOAD);
    }
    assertThat(choose(Map.of(), Map.of("MKL_CBWR", "AVX2"), true).variables())
        .containsOnlyKeys("MKL_THREADING_LAYER");
  }

  /** MKL's other jars are for platforms where it has not been tried. */
  @Test
  void findsNothingOnOtherPlatforms() {
    assertThat(BlasChoice.isOnClassPath("windows-x86_64", resource -> true)).isFalse();
    assertThat(BlasChoice.isOnClassPath("linux-x86_64", resource -> false)).isFalse();
    assertThat(BlasChoice.isOnClassPath("linux-x86_64", resource -> true)).isTrue();
  }

  @Test
  void unpacksBesideJavaCppsCacheWhereItCanWrite(@TempDir Path home, @TempDir Path temp)
      throws IOException {
    Path first = home.resolve(".javacpp");
    assertThat(BlasChoice.cacheFolder(first, temp))
        .isEqualTo(first.resolve("cache-mkl"))
        .isDirectory();
    Path file = Files.createFile(home.resolve("file"));
    assertThat(BlasChoice.cacheFolder(file, temp)).isEqualTo(temp.resolve("cache-mkl"));
  }

  private static BlasChoice choose(
      Map<String, String> properties, Map<String, String> environment, boolean isThere) {
    Properties set = new Properties();
    set.putAll(properties);
    return BlasChoice.choose(set, environment, isThere, () -> CACHE);
  }
}
