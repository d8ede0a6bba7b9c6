package io.venturi.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappedLibrariesTest {

  @Test
  void librariesOfMatrixProductsAreNamedOnce() {
    List<String> maps =
        List.of(
            "7f0-7f1 r-xp 0 fe:00 1 /tmp/my folder/libmkl_rt.so.2",
            "7f1-7f2 r--p 0 fe:00 1 /tmp/my folder/libmkl_rt.so.2",
            "7f2-7f3 r-xp 0 fe:00 2 /tmp/libopenblas_nolapack.so.0",
            "7f3-7f4 r-xp 0 fe:00 3 /tmp/libjniopenblas_nolapack.so",
            "7f4-7f5 rw-p 0 00:00 0 [heap]",
            "7f5-7f6 rw-p 0 00:00 0");

    assertThat(MappedLibraries.of(maps))
        .containsExactly(
            Path.of("/tmp/libopenblas_nolapack.so.0"), Path.of("/tmp/my folder/libmkl_rt.so.2"));
  }
}
