package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.testing.Rows;
import io.venturi.testing.TestSpec;
import org.junit.jupiter.api.Test;

/** Factors by the formulas, at epochs whose value is known. */
class SchedulesTest {

  private static final double TINY = 1e-12;

  @Test
  void constantIsOne() {
    assertThat(Schedules.constant().factor(7.3, 10)).isEqualTo(1);
  }

  @Test
  void stepsDownEverySoManyEpochs() {
    Schedule schedule = Schedules.step(30, 0.1);

    assertThat(schedule.factor(0, 90)).isEqualTo(1);
    assertThat(schedule.factor(29.9, 90)).isEqualTo(1);
    assertThat(schedule.factor(30, 90)).isCloseTo(0.1, within(TINY));
    assertThat(schedule.factor(89, 90)).isCloseTo(0.01, within(TINY));
  }

  @Test
  void decaysExponentially() {
    assertThat(Schedules.exponential(0.9).factor(2, 10)).isCloseTo(0.81, within(TINY));
    assertThat(Schedules.exponential(0.9).factor(0.5, 10)).isCloseTo(Math.sqrt(0.9), within(TINY));
  }

  @Test
  void fallsAlongACosine() {
    assertThat(Schedules.cosine().factor(0, 10)).isEqualTo(1);
    assertThat(Schedules.cosine().factor(5, 10)).isCloseTo(0.5, within(TINY));
    assertThat(Schedules.cosine().factor(10, 10)).isCloseTo(0, within(TINY));
    assertThat(Schedules.cosine(0.1).factor(10, 10)).isCloseTo(0.1, within(TINY));
    assertThat(Schedules.cosine(0.1).factor(5, 10)).isCloseTo(0.55, within(TINY));
  }

  @Test
  void warmsUpAndGoesOn() {
    Schedule schedule = Schedules.warmUp(2).then(Schedules.cosine());

    assertThat(schedule.factor(0, 12)).isCloseTo(0.01, within(TINY));
    assertThat(schedule.factor(1, 12)).isCloseTo(0.505, within(TINY));
    assertThat(schedule.factor(2, 12)).isEqualTo(1);
    assertThat(schedule.factor(7, 12)).isCloseTo(0.5, within(TINY));
    assertThat(schedule.factor(12, 12)).isCloseTo(0, within(TINY));
    assertThat(Schedules.warmUp(2).factor(5, 12)).isEqualTo(1);
  }

  @Test
  void multiply() {
    Schedule schedule = Schedules.exponential(0.5).times(Schedules.step(1, 0.5));

    assertThat(schedule.factor(2, 10)).isCloseTo(0.0625, within(TINY));
  }

  @Test
  void refuseSettingsOutOfRange() {
    assertThatThrownBy(() -> Schedules.step(0, 0.1))
        .hasMessage("[AE-230] the step schedule's every is 0, but must be at least 1.");
    assertThatThrownBy(() -> Schedules.exponential(0))
        .hasMessage(
            "[AE-230] the exponential schedule's perEpoch is 0.0, but must be above 0 and finite.");
    assertThatThrownBy(() -> Schedules.cosine(1))
        .hasMessage("[AE-230] the cosine schedule's floor is 1.0, but must be in [0, 1).");
    assertThatThrownBy(() -> Schedules.warmUp(-1))
        .hasMessage("[AE-230] the warm-up's epochs is -1.0, but must be above 0 and finite.");
  }

  @Test
  void saysWhatItIsAsItIsWritten() {
    assertThat(Schedules.warmUp(5).then(Schedules.cosine(0.1)))
        .hasToString("warmUp(5.0).then(cosine(0.1))");
    assertThat(Schedules.step(30, 0.5).times(Schedules.exponential(0.9)))
        .hasToString("step(30, 0.5).times(exponential(0.9))");
    Schedule own = (epoch, epochs) -> 1;
    assertThat(own.times(Schedules.constant()))
        .hasToString("a lambda of io.venturi.train.SchedulesTest.times(constant())");
  }

  /** The run can be repeated from what the model says. */
  @Test
  void aModelSaysHowItWasTrained() {
    Model<?> model =
        new Trainer<>(TestSpec.small())
            .epochs(2)
            .schedule(Schedules.cosine())
            .validationSplit(0.25)
            .earlyStopping(new EarlyStopping(7))
            .fit(Dataset.of(Rows.uniform(20, 6, 1)))
            .model();
    assertThat(model.provenance().facts())
        .containsEntry("schedule", "cosine(0.0)")
        .containsEntry("validation", "0.25 of the data")
        .containsEntry("earlyStopping", "EarlyStopping[patience=7, minDelta=0.0]");
  }
}
