package io.venturi.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionTest {

  @Test
  void commandsDoNotNameFoldersOfThisMachine() {
    List<String> apart = List.of("peers", "--data", "/home/me/mnist", "--quick");
    List<String> joined = List.of("peers", "--only", "dense", "--data=/home/me/mnist");

    assertThat(Section.withoutFolders(apart)).isEqualTo("peers --data DIR --quick");
    assertThat(Section.withoutFolders(joined)).isEqualTo("peers --only dense --data DIR");
  }
}
