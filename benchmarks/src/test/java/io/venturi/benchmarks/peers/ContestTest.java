package io.venturi.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.benchmarks.peers.task.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ContestTest {

  /** Contenders that are said to be right unless something else is said of them. */
  private static final class Said implements Runner {

    private final Map<Contender, Supplier<Outcome>> outcomes = new EnumMap<>(Contender.class);
    private final List<Contender> ran = new ArrayList<>();
    private boolean mkl = true;

    @Override
    public boolean canRun(Contender contender) {
      return mkl || !contender.usesMkl();
    }

    @Override
    public Outcome run(Contender contender, Work work) {
      ran.add(contender);
      double figure = contender == Contender.VENTURI ? 300 : 100;
      return outcomes.getOrDefault(contender, () -> new Outcome(0.1, figure, "")).get();
    }

    @Override
    public Map<String, String> environment(Contender contender, Work work) {
      return Map.of();
    }

    Contest contest(Work work, int alternations) throws Exception {
      Contest contest = new Contest(work, this);
      contest.run(alternations);
      return contest;
    }
  }

  private final Said said = new Said();

  private static Outcome dies() {
    throw new IllegalStateException("exit code 1");
  }

  @Test
  void allTakeTurns() throws Exception {
    Contest contest = said.contest(Work.TABULAR, 2);

    assertThat(said.ran)
        .containsExactly(
            Contender.VENTURI,
            Contender.LIBTORCH,
            Contender.LIBTORCH_DOCUMENTED,
            Contender.VENTURI,
            Contender.LIBTORCH,
            Contender.LIBTORCH_DOCUMENTED);
    assertThat(contest.allAgree()).isTrue();
    assertThat(contest.lines())
        .startsWith("peer tabular libtorch 300 100 rows/s ratio 3.00 (3.00–3.00 of 2)");
  }

  @Test
  void theSpeedOfWhoIsWrongDoesNotCount() throws Exception {
    said.outcomes.put(Contender.LIBTORCH, () -> new Outcome(0.2, 1e9, ""));

    Contest contest = said.contest(Work.TABULAR, 3);

    assertThat(contest.allAgree()).isFalse();
    assertThat(contest.lines().get(0))
        .isEqualTo("peer tabular libtorch wrong: loss 0.200000 instead of 0.100000");
    assertThat(contest.lines().get(1)).contains("ratio 3.00");
    assertThat(said.ran).containsOnlyOnce(Contender.LIBTORCH);
  }

  @Test
  void whoDiesOnceHasNoFigure() throws Exception {
    List<Supplier<Outcome>> runs =
        new ArrayList<>(List.of(() -> new Outcome(0.1, 100, ""), ContestTest::dies));
    said.outcomes.put(Contender.LIBTORCH_DOCUMENTED, () -> runs.remove(0).get());

    Contest contest = said.contest(Work.TABULAR, 3);

    assertThat(contest.allAgree()).isFalse();
    assertThat(contest.lines().get(0)).contains("ratio 3.00");
    assertThat(contest.lines().get(1)).isEqualTo("peer tabular libtorch-documented failed");
    assertThat(runs).isEmpty();
  }

  @Test
  void withoutVenturiNothingIsSaidOfThePeers() throws Exception {
    said.outcomes.put(Contender.VENTURI, ContestTest::dies);

    Contest contest = said.contest(Work.TABULAR, 2);

    assertThat(contest.allAgree()).isFalse();
    assertThat(contest.lines())
        .containsExactly(
            "peer tabular libtorch venturi failed",
            "peer tabular libtorch-documented venturi failed");
  }

  @Test
  void venturiItselfMustComeToTheSameEveryTime() throws Exception {
    List<Double> losses = new ArrayList<>(List.of(0.1, 0.15));
    said.outcomes.put(Contender.VENTURI, () -> new Outcome(losses.remove(0), 300, ""));

    Contest contest = said.contest(Work.VAE, 2);

    assertThat(contest.lines())
        .containsExactly("peer vae libtorch venturi wrong: loss 0.150000 instead of 0.100000");
  }

  @Test
  void whatTakesMklIsLeftOutWithoutIt() throws Exception {
    said.mkl = false;

    Contest contest = said.contest(Work.ENCODE, 1);

    assertThat(contest.leftOut())
        .singleElement()
        .asString()
        .startsWith("peer encode-mkl libtorch left out")
        .contains("-Prun,mkl");
    assertThat(contest.contenders()).containsExactly(Contender.VENTURI, Contender.LIBTORCH);
  }
}
