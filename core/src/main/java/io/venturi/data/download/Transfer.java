package io.venturi.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;

/** Gets one file from one mirror, or the rest of it. */
final class Transfer {

  /** The mirror answered, and will not answer otherwise if it is asked again. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  private static final int BLOCK = 1 << 16;
  private static final long REPORT_NANOS = 250_000_000;

  /** What gzip adds to content that it cannot make smaller, and some. */
  private static final long SLACK = 1 << 16;

  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int BAD_RANGE = 416;
  private static final int SERVER_FAULT = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  private final HttpClient client;
  private final Duration patience;
  private final DownloadProgress progress;

  /**
   * @param patience how long to wait for an answer, and for each next piece of it
   */
  Transfer(Duration patience, DownloadProgress progress) {
    this.patience = patience;
    this.progress = progress;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /**
   * Adds to the part until it is as long as the mirror says.
   *
   * @throws RefusedException if it makes no sense to ask this mirror again
   * @throws PartFile.DiskException if the part cannot be written
   * @throws IOException if the connection fails; what came is in the part
   */
  void run(RemoteFile file, URI source, PartFile part) throws IOException, InterruptedException {
    String version = part.version();
    long here = version.isEmpty() ? 0 : part.size();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(source)
            .timeout(patience)
            .header("User-Agent", "venturi")
            .header("Accept-Encoding", "identity");
    if (here > 0) {
      request.header("Range", "bytes=" + here + "-").header("If-Range", version);
    }
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() == BAD_RANGE) {
        part.delete(); // Longer than the file, or as long and wrong.
        throw new IOException("the part that was here does not belong to it");
      }
      boolean rest = response.statusCode() == PARTIAL;
      if (rest && !isRestFrom(response.headers(), here)) {
        part.delete();
        throw new IOException("it sent another part than was asked for");
      }
      requireOk(response.statusCode());
      OptionalLong length = response.headers().firstValueAsLong("Content-Length");
      long before = rest ? here : 0;
      long total = length.isPresent() ? before + length.getAsLong() : -1;
      if (total > file.size() + SLACK) {
        throw new RefusedException("it has " + total + " bytes, too many to be this file");
      }
      try (PartFile.Writer writer =
          rest ? part.append() : part.restart(version(response.headers()))) {
        copy(file, source, body, writer, before, total);
      }
    }
  }

  private static void requireOk(int status) throws IOException {
    if (status == OK || status == PARTIAL) {
      return;
    }
    String answer = "it answered with HTTP status " + status;
    throw status >= SERVER_FAULT || status == TOO_MANY_REQUESTS
        ? new IOException(answer)
        : new RefusedException(answer);
  }

  private static boolean isRestFrom(HttpHeaders headers, long here) {
    return here > 0
        && headers.firstValue("Content-Range").orElse("").startsWith("bytes " + here + "-");
  }

  /** By what the mirror tells versions apart: If-Range takes strong tags or dates. */
  private static String version(HttpHeaders headers) {
    String tag = headers.firstValue("ETag").orElse("");
    return tag.startsWith("\"") ? tag : headers.firstValue("Last-Modified").orElse("");
  }

  private void copy(
      RemoteFile file,
      URI source,
      InputStream body,
      PartFile.Writer writer,
      long before,
      long total)
      throws IOException, InterruptedException {
    long here = before;
    long reported = System.nanoTime();
    progress.at(file.name(), source, here, total);
    try (StallGuard guard = new StallGuard(body, patience)) {
      byte[] block = new byte[BLOCK];
      for (int n = guard.read(block); n >= 0; n = guard.read(block)) {
        here += n;
        if (here > file.size() + SLACK) {
          throw new RefusedException("it goes on for too long to be this file");
        }
        writer.write(block, n);
        if (System.nanoTime() - reported > REPORT_NANOS) {
          reported = System.nanoTime();
          progress.at(file.name(), source, here, total);
        }
      }
    }
    if (total >= 0 && here < total) {
      throw new IOException("only " + here + " of " + total + " bytes came");
    }
    progress.at(file.name(), source, here, total);
  }
}
