package io.venturi.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.benchmarks.peers.task.Work;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionTest {

  @Test
  void commandsDoNotNameFoldersOfThisMachine() {
    List<String> apart = List.of("peers", "--data", "/home/me/mnist", "--quick");
    List<String> joined = List.of("peers", "--only", "dense", "--data=/home/me/mnist");

    assertThat(Section.withoutFolders(apart)).isEqualTo("peers --data DIR --quick");
    assertThat(Section.withoutFolders(joined)).isEqualTo("peers --only dense --data DIR");
  }

  @Test
  void norDoTheyIfThosePlacesAreOddlyNamed() {
    List<String> spaces = List.of("peers", "--data", "/home/me/my data --quick", "--only", "vae");
    List<String> results = List.of("peers", "--results", "/home/me/mine.md");

    assertThat(Section.withoutFolders(spaces)).isEqualTo("peers --data DIR --only vae");
    assertThat(Section.withoutFolders(results)).isEqualTo("peers --results FILE");
  }

  @Test
  void theCommandOfASectionIsAsOthersWouldWriteIt() throws Exception {
    Runner nobody =
        new Runner() {
          @Override
          public boolean canRun(Contender contender) {
            return !contender.usesMkl();
          }

          @Override
          public Outcome run(Contender contender, Work work) {
            return new Outcome(0, 100, "");
          }

          @Override
          public Map<String, String> environment(Contender contender, Work work) {
            return Map.of();
          }
        };
    Contest contest = new Contest(Work.ENCODE, nobody);
    contest.run(1);

    String section =
        Section.of(Work.ENCODE, contest, nobody, List.of("peers", "--data", "/home/me/mnist"));

    assertThat(section)
        .contains("`mvn -q -Prun -pl benchmarks -am verify -Dargs=\"peers --data DIR\"`")
        .contains("A round encodes 1,000,000 rows: 50 passes over 20,000.")
        .doesNotContain("/home/me");
  }
}
