package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerTeamTest {

  @Test
  void everyWorkerRunsEveryTaskOnce() {
    for (int threads = 1; threads <= 4; threads++) {
      AtomicIntegerArray runs = new AtomicIntegerArray(threads);
      try (WorkerTeam team = new WorkerTeam(threads)) {
        assertThat(team.size()).isEqualTo(threads);
        for (int i = 1; i <= 500; i++) {
          team.run(runs::incrementAndGet);
          for (int worker = 0; worker < threads; worker++) {
            assertThat(runs.get(worker)).isEqualTo(i);
          }
        }
      }
    }
  }

  @Test
  void wakesUpAfterAPause() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    try (WorkerTeam team = new WorkerTeam(3)) {
      for (int i = 0; i < 5; i++) {
        team.run(worker -> runs.incrementAndGet());
        Thread.sleep(20); // Long enough for the helpers to park.
      }
    }
    assertThat(runs).hasValue(15);
  }

  @Test
  void passesOnWhatAHelperThrowsAndGoesOn() {
    try (WorkerTeam team = new WorkerTeam(2)) {
      assertThatThrownBy(() -> team.run(worker -> failOn(1, worker)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("worker 1");
      AtomicInteger runs = new AtomicInteger();
      team.run(worker -> runs.incrementAndGet());
      assertThat(runs).hasValue(2);
    }
  }

  /** A failure belongs to its own task, not to the next one. */
  @Test
  void forgetsAHelpersFailureWhenTheCallerFailsToo() {
    try (WorkerTeam team = new WorkerTeam(2)) {
      assertThatThrownBy(
              () ->
                  team.run(
                      worker -> {
                        throw new IllegalStateException("worker " + worker);
                      }))
          .hasMessage("worker 0");
      AtomicInteger runs = new AtomicInteger();
      team.run(worker -> runs.incrementAndGet());
      assertThat(runs).hasValue(2);
    }
  }

  @Test
  void itsThreadsEnd() throws InterruptedException {
    Thread[] helper = new Thread[1];
    try (WorkerTeam team = new WorkerTeam(2)) {
      team.run(
          worker -> {
            if (worker == 1) {
              helper[0] = Thread.currentThread();
            }
          });
    }
    helper[0].join(5000);
    assertThat(helper[0].isAlive()).isFalse();
    assertThat(helper[0].isDaemon()).isTrue();
  }

  private static void failOn(int failing, int worker) {
    if (worker == failing) {
      throw new IllegalStateException("worker " + worker);
    }
  }
}
