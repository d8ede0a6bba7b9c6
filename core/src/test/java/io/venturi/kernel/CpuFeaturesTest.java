package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CpuFeaturesTest {

  static final List<String> SAPPHIRE_RAPIDS =
      """
      processor	: 0
      vendor_id	: GenuineIntel
      cpu family	: 6
      model		: 143
      model name	: Intel(R) Xeon(R) Platinum 8481C CPU @ 2.70GHz
      flags		: fpu vme sse sse2 ssse3 fma sse4_1 sse4_2 avx f16c avx2 avx512f avx512dq avx512cd avx512bw avx512vl avx512_bf16 amx_tile
      bugs		: spectre_v1 spectre_v2

      processor	: 1
      model name	: another one
      flags		: fpu sse neverseen
      """
          .lines()
          .toList();

  static final List<String> ZEN_2 =
      """
      processor	: 0
      vendor_id	: AuthenticAMD
      model name	: AMD EPYC 7B12
      flags		: fpu sse sse2 ssse3 fma sse4_1 sse4_2 avx f16c avx2
      """
          .lines()
          .toList();

  static final List<String> NEOVERSE =
      """
      processor	: 0
      BogoMIPS	: 243.75
      Features	: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp
      CPU implementer	: 0x41
      CPU part	: 0xd0c
      """
          .lines()
          .toList();

  static final List<String> NEHALEM =
      """
      model name	: Intel(R) Core(TM) i7 CPU 920
      flags		: fpu sse sse2 ssse3 sse4_1 sse4_2
      """
          .lines()
          .toList();

  @Test
  void readsAnAvx512Cpu() {
    CpuFeatures cpu = CpuFeatures.parse(SAPPHIRE_RAPIDS);
    assertThat(cpu.model()).isEqualTo("Intel(R) Xeon(R) Platinum 8481C CPU @ 2.70GHz");
    assertThat(cpu.hasAvx512()).isTrue();
    assertThat(cpu.hasAvx2()).isTrue();
    assertThat(cpu.vectorExtension()).isEqualTo("AVX-512");
    assertThat(cpu.flags()).contains("fma", "amx_tile").doesNotContain("neverseen", "spectre_v1");
  }

  @Test
  void readsAnAvx2Cpu() {
    CpuFeatures cpu = CpuFeatures.parse(ZEN_2);
    assertThat(cpu.hasAvx512()).isFalse();
    assertThat(cpu.hasAvx2()).isTrue();
    assertThat(cpu.vectorExtension()).isEqualTo("AVX2");
  }

  @Test
  void readsAnOldCpu() {
    CpuFeatures cpu = CpuFeatures.parse(NEHALEM);
    assertThat(cpu.hasAvx2()).isFalse();
    assertThat(cpu.vectorExtension()).isEqualTo("SSE");
  }

  /** ARM lists features under other names; nothing is chosen by them. */
  @Test
  void knowsNothingOfAnArmCpu() {
    CpuFeatures cpu = CpuFeatures.parse(NEOVERSE);
    assertThat(cpu.model()).isEqualTo("unknown");
    assertThat(cpu.flags()).isEmpty();
    assertThat(cpu.vectorExtension()).isEqualTo("unknown");
  }

  @Test
  void knowsNothingOfAnEmptyOrStrangeFile() {
    for (List<String> lines :
        List.of(List.<String>of(), List.of("", "what?"), List.of(":", " : "))) {
      CpuFeatures cpu = CpuFeatures.parse(lines);
      assertThat(cpu.model()).isEqualTo("unknown");
      assertThat(cpu.hasAvx2()).isFalse();
      assertThat(cpu.vectorExtension()).isEqualTo("unknown");
    }
    assertThat(CpuFeatures.parse(List.of("flags\t\t:")).vectorExtension()).isEqualTo("unknown");
  }

  /** A hypervisor can hide some of the AVX-512 instructions; then none may be used. */
  @Test
  void asksForAllOfWhatABuildUses() {
    for (String missing :
        List.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl", "fma", "avx2")) {
      List<String> lines =
          SAPPHIRE_RAPIDS.stream()
              .map(line -> line.replaceAll("\\b" + missing + "\\b", ""))
              .toList();
      assertThat(CpuFeatures.parse(lines).hasAvx512()).as("without %s", missing).isFalse();
    }
  }

  @Test
  void detectsSomethingHere() {
    CpuFeatures cpu = CpuFeatures.detect();
    assertThat(cpu.model()).isNotBlank();
    assertThat(cpu.vectorExtension()).isIn("AVX-512", "AVX2", "SSE", "unknown");
  }
}
