package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadedBlasTest {

  private static final List<String> MAPPINGS =
      List.of(
          "00400000-00401000 r-xp 00000000 fe:00 17                 /usr/bin/java",
          "7f0000000000-7f0000001000 r--p 00000000 fe:00 42         /a b/libopenblas.so.0",
          "7f0000001000-7f0000003000 r-xp 00001000 fe:00 42         /a b/libopenblas.so.0",
          "7f0000003000-7f0000004000 rw-p 00000000 00:00 0",
          "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0  [vsyscall]");

  @Test
  void findsTheFileThatAnAddressIsIn() {
    assertThat(LoadedBlas.fileAt(MAPPINGS, 0x7f0000001000L)).isEqualTo("/a b/libopenblas.so.0");
    assertThat(LoadedBlas.fileAt(MAPPINGS, 0x7f0000002fffL)).isEqualTo("/a b/libopenblas.so.0");
    assertThat(LoadedBlas.fileAt(MAPPINGS, 0x400fffL)).isEqualTo("/usr/bin/java");
  }

  @Test
  void findsNoneWhereNoFileIsMapped() {
    assertThat(LoadedBlas.fileAt(MAPPINGS, 0x7f0000003000L)).isEmpty();
    assertThat(LoadedBlas.fileAt(MAPPINGS, 0xffffffffff600000L)).isEmpty();
    assertThat(LoadedBlas.fileAt(MAPPINGS, 0x1L)).isEmpty();
  }

  @Test
  void takesVersionsFromWhatTheLibrariesSayOfThemselves() {
    assertThat(LoadedBlas.version("OpenBLAS 0.3.19 NO_LAPACKE DYNAMIC_ARCH SkylakeX"))
        .isEqualTo(" 0.3.19");
    assertThat(
            LoadedBlas.version(
                "Intel(R) oneAPI Math Kernel Library Version 2022.0-Product Build 20211112"))
        .isEqualTo(" 2022.0");
    assertThat(LoadedBlas.version("OpenBLAS DYNAMIC_ARCH")).isEmpty();
  }

  /** The library in this process, whichever it is, is one that is known and told to work alone. */
  @Test
  void asksTheLibraryInThisProcess() {
    Backend.ensureLoaded();
    LoadedBlas blas = LoadedBlas.find();
    assertThat(blas.library()).matches("(OpenBLAS|MKL) \\d+\\.\\d.*");
    assertThat(blas.core()).isNotEqualTo("unknown");
    assertThat(blas.threads()).isEqualTo(1);
    assertThat(blas.reproducible()).isTrue();
    if (System.getProperty("os.name").equals("Linux")) {
      assertThat(blas.file()).contains(blas.isMkl() ? "/mkl" : "/openblas");
    }
  }

  @Test
  void seesThreadsThatOnePieceOfWorkIsGiven() {
    int[] threads = new int[1];
    Backend.withBlasThreads(2, () -> threads[0] = LoadedBlas.find().threads());
    assertThat(threads[0]).isEqualTo(2);
    assertThat(LoadedBlas.find().threads()).isEqualTo(1);
  }
}
