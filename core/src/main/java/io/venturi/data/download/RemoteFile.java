package io.venturi.data.download;

import java.net.URI;
import java.util.List;

/**
 * A gzipped file to be had from the network, and how to know that it is the right one: by what it
 * unpacks to, since mirrors pack the same content differently.
 *
 * @param name under which it is kept, without folders
 * @param sha256 of the unpacked content, 64 hexadecimal digits in lower case
 * @param size of the unpacked content, in bytes
 * @param mirrors where it is, the first one to be tried first; at least one
 */
public record RemoteFile(String name, String sha256, long size, List<URI> mirrors) {

  /** Checks that it can be what it says. */
  public RemoteFile {
    mirrors = List.copyOf(mirrors);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")
        || !sha256.matches("[0-9a-f]{64}")
        || size < 1
        || mirrors.isEmpty()) {
      throw new IllegalArgumentException(
          "A remote file needs a plain name, a SHA-256 in lower case, a size and a mirror, not "
              + name
              + ", "
              + sha256
              + ", "
              + size
              + ", "
              + mirrors);
    }
  }
}
