package io.venturi.testkit;

import io.venturi.kernel.Tensor;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.CodeMonitor;
import java.util.Optional;

/** Says what the mean of the codes is. */
final class Counting implements AutoencoderType {

  private final TypeFault fault;
  private final CodeMonitor shared = new Mean();

  Counting(TypeFault fault) {
    this.fault = fault;
  }

  @Override
  public Optional<CodeMonitor> codeMonitor() {
    return Optional.of(fault == TypeFault.MONITOR_SHARED ? shared : new Mean());
  }

  private final class Mean implements CodeMonitor {

    private float[] values = {};
    private double sum;
    private int count;

    @Override
    public void observe(Tensor code, int rows) {
      int counted = fault == TypeFault.MONITOR_OF_CAPACITY ? code.rows() : rows;
      if (values.length < code.size()) {
        values = new float[code.size()];
      }
      code.read(0, values, counted * code.columns());
      for (int i = 0; i < counted * code.columns(); i++) {
        sum += values[i];
        count++;
      }
    }

    @Override
    public void report(Findings findings) {
      findings.figure("meanCode", sum / count);
      if (fault != TypeFault.MONITOR_REMEMBERS) {
        sum = 0;
        count = 0;
      }
    }
  }
}
