package io.venturi.data.download;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** Looks whether a file has the content that it should have. */
final class Content {

  private static final int BLOCK = 1 << 16;

  private Content() {}

  /** What is wrong with a file, in words; empty if nothing is. */
  static String fault(Path packed, RemoteFile wanted) {
    MessageDigest hash = sha256();
    long size = 0;
    try (InputStream source = unpacked(packed)) {
      byte[] block = new byte[BLOCK];
      for (int n = source.read(block); n >= 0; n = source.read(block)) {
        hash.update(block, 0, n);
        size += n;
        if (size > wanted.size()) { // What unpacks to more without end is not waited for.
          return "it unpacks to more than the %d bytes that it should have"
              .formatted(wanted.size());
        }
      }
    } catch (IOException e) {
      return "it is no sound gzip: " + e.getMessage();
    }
    String actual = HexFormat.of().formatHex(hash.digest());
    return actual.equals(wanted.sha256())
        ? ""
        : "the SHA-256 of its content is %s, not %s".formatted(actual, wanted.sha256());
  }

  /** An interrupt does not close it, as it would a channel: the file is not to blame for that. */
  private static InputStream unpacked(Path packed) throws IOException {
    InputStream file = new FileInputStream(packed.toFile());
    try {
      return new GZIPInputStream(file, BLOCK);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
