package io.venturi.data.download;

import java.net.URI;

/** Is told how downloads get on; called on the thread that downloads. */
@FunctionalInterface
public interface DownloadProgress {

  /**
   * Called when a mirror has answered, after about every quarter of a second, and at the end.
   *
   * @param file its name
   * @param source the mirror that it comes from
   * @param bytes how many are here, those of an earlier attempt included
   * @param total how many there will be; -1 if the mirror does not say
   */
  void at(String file, URI source, long bytes, long total);
}
