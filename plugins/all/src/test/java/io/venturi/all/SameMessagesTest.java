package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.error.Message;
import io.venturi.processor.spi.Dim;
import io.venturi.spi.FromData;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Core and processor know nothing of one another; what both say and compute is the same. */
class SameMessagesTest {

  @Test
  void messagesOfTheCompilerAreWordForWordItsOwn() throws ReflectiveOperationException {
    List<Message> shared =
        Arrays.stream(Message.values()).filter(m -> m.id().compareTo("AE-200") < 0).toList();

    assertThat(shared).isNotEmpty();
    for (Message message : shared) {
      io.venturi.processor.internal.diagnostics.Message compilers =
          io.venturi.processor.internal.diagnostics.Message.valueOf(message.name());
      assertThat(compilers.id()).isEqualTo(message.id());
      assertThat(template(compilers)).isEqualTo(template(message));
    }
  }

  @Test
  void sharesOfAWidthAreTheCompilersSizes() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100_000; i++) {
      double share = i % 2 == 0 ? random.nextDouble(1e-9, 4) : random.nextInt(1, 400) / 100.0;
      int inputs = random.nextInt(1, i % 3 == 0 ? 500_000_000 : 500);
      assertThat(FromData.share(share, inputs)).isEqualTo(new Dim.OfInput(share).in(inputs));
    }
  }

  private static String template(Enum<?> message) throws ReflectiveOperationException {
    Field template = message.getDeclaringClass().getDeclaredField("template");
    template.setAccessible(true);
    return (String) template.get(message);
  }
}
