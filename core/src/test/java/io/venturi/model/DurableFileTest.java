package io.venturi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.model.DurableFile.UnconfirmedException;
import io.venturi.testing.FaultyDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {

  private static final byte[] OLD = {1, 2, 3};

  /** More than what is compared at a time. */
  private static final byte[] NEW = new byte[200_000];

  static {
    for (int i = 0; i < NEW.length; i++) {
      NEW[i] = (byte) (i * 31);
    }
  }

  @TempDir Path folder;
  private Path file;
  private final FaultyDisk disk = new FaultyDisk();

  @BeforeEach
  void write() throws IOException {
    file = Files.write(folder.resolve("file"), OLD);
  }

  private void save() throws IOException {
    DurableFile.write(disk.path(file), ByteBuffer.wrap(NEW));
  }

  private void assertOnly(byte[] content) throws IOException {
    assertThat(file).hasBinaryContent(content);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void forcesTheFileChecksItRenamesItAndForcesTheFolder() throws IOException {
    save();
    assertOnly(NEW);
    List<String> order =
        disk.calls.stream()
            .filter(call -> List.of("force file", "move file", "force folder").contains(call))
            .toList();
    assertThat(order).containsExactly("force file", "move file", "force folder");
    List<String> checked =
        disk.calls.subList(disk.calls.indexOf("force file"), disk.calls.indexOf("move file"));
    assertThat(checked).contains("open file", "read file");
  }

  /** Old or new, whole, and what the caller is told is so. */
  @Test
  @Timeout(60)
  void isOldOrNewWhicheverCallFails() throws IOException {
    int failed = 0;
    for (int number = 0; ; number++) {
      Files.write(file, OLD);
      AtomicInteger left = new AtomicInteger(number);
      disk.calls.clear();
      disk.fail = call -> left.getAndDecrement() == 0;
      try {
        save();
        assertOnly(NEW);
        if (left.get() >= 0) { // No call was left that could fail.
          break;
        }
        assertThat(disk.calls.get(number)).as("may fail").isEqualTo("open folder");
      } catch (UnconfirmedException e) {
        failed++;
        assertOnly(NEW);
      } catch (IOException e) {
        failed++;
        assertOnly(OLD);
      }
    }
    assertThat(failed).isGreaterThan(10);
  }

  @Test
  void takesNothingThatTheDiskDidNotKeep() throws IOException {
    List<UnaryOperator<byte[]>> lies =
        List.of(
            bytes -> new byte[0],
            bytes -> Arrays.copyOf(bytes, bytes.length / 2),
            bytes -> Arrays.copyOf(bytes, bytes.length - 1),
            bytes -> Arrays.copyOf(bytes, bytes.length + 1),
            bytes -> flipped(bytes, 0),
            bytes -> flipped(bytes, bytes.length - 1));
    for (UnaryOperator<byte[]> lie : lies) {
      disk.keep = lie;
      assertThatThrownBy(this::save)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("the disk ");
      assertOnly(OLD);
    }
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] ^= 1;
    return copy;
  }

  @Test
  void neverForcesAFileTwice() {
    disk.fail = "force file"::equals;
    assertThatThrownBy(this::save).isInstanceOf(IOException.class);
    assertThat(disk.calls).containsOnlyOnce("force file").doesNotContain("move file");
  }

  /** On Windows somebody may hold a file for a moment. */
  @Test
  void renamesAgainWhereAccessIsDeniedForAMoment() throws IOException {
    AtomicInteger denied = new AtomicInteger(2);
    disk.fault = AccessDeniedException::new;
    disk.fail = call -> call.equals("move file") && denied.getAndDecrement() > 0;
    save();
    assertOnly(NEW);
  }

  @Test
  @Timeout(10)
  void givesUpWhereAccessStaysDenied() throws IOException {
    disk.fault = AccessDeniedException::new;
    disk.fail = "move file"::equals;
    assertThatThrownBy(this::save).isInstanceOf(AccessDeniedException.class);
    assertOnly(OLD);
  }

  @Test
  void aLeftOverOfACrashIsInNobodysWay() throws IOException {
    Path leftOver = Files.write(folder.resolve(".file.1.part"), OLD);
    save();
    assertThat(leftOver).hasBinaryContent(OLD);
    assertThat(file).hasBinaryContent(NEW);
  }

  /** Whoever is interrupted while it waits learns of it afterwards. */
  @Test
  void anInterruptMeanwhileIsNotLost() throws IOException {
    Thread saving = Thread.currentThread();
    disk.fail =
        call -> {
          if (call.equals("write file")) {
            saving.interrupt();
          }
          return false;
        };
    save();
    assertThat(Thread.interrupted()).isTrue();
    assertOnly(NEW);
  }
}
