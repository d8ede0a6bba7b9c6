package io.venturi.error;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong with a file, in words for those who do not know Java's exceptions. */
public final class FileFault {

  private FileFault() {}

  /** What to say of it behind a file's name. */
  public static String reason(Throwable failure) {
    if (failure instanceof CharacterCodingException) {
      return "its header is no UTF-8";
    }
    if (failure instanceof AccessDeniedException denied) {
      return "access to " + denied.getFile() + " is denied";
    }
    if (failure instanceof NoSuchFileException none) {
      return none.getFile() + " does not exist";
    }
    if (failure instanceof NotDirectoryException file) {
      return file.getFile() + " is no folder";
    }
    if (failure instanceof OutOfMemoryError) {
      return "there is too little memory for it";
    }
    if (failure instanceof FileAlreadyExistsException there) {
      return "there is a file " + there.getFile();
    }
    String message =
        failure instanceof FileSystemException disk ? disk.getReason() : failure.getMessage();
    return failure instanceof IOException && message != null ? message : failure.toString();
  }
}
