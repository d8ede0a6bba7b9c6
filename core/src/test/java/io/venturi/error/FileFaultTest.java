package io.venturi.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileFaultTest {

  @Test
  void saysWhatHappenedWithoutNamesOfClasses() {
    assertThat(FileFault.reason(new NoSuchFileException("/a"))).isEqualTo("/a does not exist");
    assertThat(FileFault.reason(new AccessDeniedException("/a")))
        .isEqualTo("access to /a is denied");
    assertThat(FileFault.reason(new FileAlreadyExistsException("/a")))
        .isEqualTo("there is a file /a");
    assertThat(FileFault.reason(new FileSystemException("/a", null, "File name too long")))
        .isEqualTo("File name too long");
    assertThat(FileFault.reason(new IOException("Input/output error")))
        .isEqualTo("Input/output error");
    assertThat(FileFault.reason(new EOFException("it ends early"))).isEqualTo("it ends early");
  }

  @Test
  void whereNothingElseIsSaidTheClassIs() {
    assertThat(FileFault.reason(new EOFException())).isEqualTo("java.io.EOFException");
    assertThat(FileFault.reason(new FileSystemException("/a")))
        .isEqualTo("java.nio.file.FileSystemException: /a");
    assertThat(FileFault.reason(new IllegalStateException("a fault")))
        .isEqualTo("java.lang.IllegalStateException: a fault");
  }
}
