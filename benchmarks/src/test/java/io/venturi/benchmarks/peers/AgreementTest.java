package io.venturi.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.benchmarks.peers.task.Work;
import org.junit.jupiter.api.Test;

class AgreementTest {

  @Test
  void aLossMayDifferByOnePerCent() {
    Agreement dense = new Agreement(Work.DENSE, 0.1);

    assertThat(dense.fault(0.1009)).isEmpty();
    assertThat(dense.fault(0.0991)).isEmpty();
    assertThat(dense.fault(0.1011)).contains("wrong: loss 0.101100 instead of 0.100000");
    assertThat(dense.fault(Double.NaN)).isPresent();
  }

  @Test
  void whereNoiseIsDrawnItMayDifferByThree() {
    Agreement vae = new Agreement(Work.VAE, 200);

    assertThat(vae.fault(205)).isEmpty();
    assertThat(vae.fault(207)).isPresent();
  }

  @Test
  void withoutVenturisOwnLossNobodyAgrees() {
    assertThat(new Agreement(Work.DENSE, Double.NaN).fault(0.1)).isPresent();
  }

  @Test
  void valuesOfInferenceAgreeToFourDigits() {
    Agreement row = new Agreement(Work.ROW_DENSE, 0);

    assertThat(row.fault(9e-5)).isEmpty();
    assertThat(row.fault(2e-4)).contains("wrong: values differ by 0.000200");
    assertThat(row.fault(Double.NaN)).isPresent();
  }
}
