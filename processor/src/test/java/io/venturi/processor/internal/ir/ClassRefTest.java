package io.venturi.processor.internal.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassRefTest {

  private static final ClassRef NESTED = new ClassRef("com.example", List.of("Outer", "Spec"));

  @Test
  void hasEveryFormOfItsName() {
    assertThat(NESTED.binaryName()).isEqualTo("com.example.Outer$Spec");
    assertThat(NESTED.canonicalName()).isEqualTo("com.example.Outer.Spec");
    assertThat(NESTED.sourceName()).isEqualTo("Outer.Spec");
    assertThat(NESTED.simpleName()).isEqualTo("Spec");
    assertThat(NESTED.network().binaryName()).isEqualTo("com.example.Outer_Spec_Network");
  }

  @Test
  void readsBinaryNames() {
    assertThat(ClassRef.ofBinaryName("com.example.Outer$Spec")).isEqualTo(NESTED);
    assertThat(ClassRef.ofBinaryName("Spec")).isEqualTo(new ClassRef("", List.of("Spec")));
  }
}
