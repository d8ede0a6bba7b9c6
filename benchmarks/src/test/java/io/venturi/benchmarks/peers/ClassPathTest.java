package io.venturi.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassPathTest {

  private static final String MKL = "/m2/mkl-2022.0-1.5.7-linux-x86_64-redist.jar";
  private static final String OTHER = "/mkl-of-mine/openblas.jar";

  @Test
  void mklIsOnlyForThoseWhoAskForIt() {
    ClassPath with = new ClassPath(List.of(OTHER, MKL));

    assertThat(with.hasMkl()).isTrue();
    assertThat(with.withMkl()).isEqualTo(OTHER + File.pathSeparator + MKL);
    assertThat(with.withoutMkl()).isEqualTo(OTHER);
    assertThat(new ClassPath(List.of(OTHER)).hasMkl()).isFalse();
  }
}
