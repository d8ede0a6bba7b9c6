package io.venturi.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.error.SpecException;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.StepContext;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  /** A step of training, or of validation, after so many epochs. */
  private record At(double epochs, boolean isTraining) implements StepContext {

    @Override
    public long seed() {
      return 0;
    }

    @Override
    public long steps() {
      return 0;
    }
  }

  @Variational(warmUp = {@WarmUp(epochs = 1), @WarmUp(epochs = 2)})
  private static final class Twice {}

  @Test
  void thereIsOneOfEach() {
    NetworkDescription network = NetworkDescription.builder("com.example.Digits", 7).build();
    Variational twice = Objects.requireNonNull(Twice.class.getAnnotation(Variational.class));
    assertThatThrownBy(() -> Schedule.of(twice, network))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-286] Digits uses @Variational, which takes one element of warmUp, but it has 2:"
                + " keep one of them.");
  }

  private static double factor(Schedule schedule, double epochs) {
    return schedule.factor(new At(epochs, true));
  }

  @Test
  void withoutWarmUpTheFactorIsWholeFromTheStart() {
    assertThat(factor(new Schedule(4, 0, 0, 1, -1, 0), 0)).isEqualTo(4);
  }

  @Test
  void theFactorRisesOnceAndStays() {
    Schedule schedule = new Schedule(2, 10, 1, 1, -1, 0);
    assertThat(factor(schedule, 0)).isZero();
    assertThat(factor(schedule, 2.5)).isEqualTo(0.5);
    assertThat(factor(schedule, 9.999)).isCloseTo(2, within(1e-3));
    assertThat(factor(schedule, 10)).isEqualTo(2);
    assertThat(factor(schedule, 1000)).isEqualTo(2);
  }

  @Test
  void inCyclesItStartsAgain() {
    Schedule schedule = new Schedule(1, 4, 3, 0.5, -1, 0);
    assertThat(factor(schedule, 1)).isEqualTo(0.5);
    assertThat(factor(schedule, 3)).isEqualTo(1);
    assertThat(factor(schedule, 4)).isZero();
    assertThat(factor(schedule, 9)).isEqualTo(0.5);
    assertThat(factor(schedule, 12)).isEqualTo(1);
  }

  @Test
  void capacityRisesAndStays() {
    Schedule schedule = new Schedule(1, 0, 0, 1, 25, 5);
    assertThat(schedule.hasCapacity()).isTrue();
    assertThat(schedule.capacity(new At(0, true))).isZero();
    assertThat(schedule.capacity(new At(1, true))).isEqualTo(5);
    assertThat(schedule.capacity(new At(7, true))).isEqualTo(25);
    assertThat(new Schedule(1, 0, 0, 1, 25, 0).capacity(new At(0, true))).isEqualTo(25);
  }

  /** So that epochs can be compared. */
  @Test
  void validationIsAtTheEnd() {
    Schedule schedule = new Schedule(2, 10, 1, 1, 25, 5);
    assertThat(schedule.factor(new At(1, false))).isEqualTo(2);
    assertThat(schedule.capacity(new At(1, false))).isEqualTo(25);
  }
}
