package io.venturi.data.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A mirror on this machine that does what it is told, well or badly. */
final class Mirror implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Of each request its Range, or "whole". */
  final List<String> asked = new CopyOnWriteArrayList<>();

  volatile byte[] content;
  volatile String tag = "\"one\"";
  volatile boolean takesRanges = true;
  volatile int status = 200;

  /** Connections that are cut, and after how many bytes. */
  final AtomicInteger cuts = new AtomicInteger();

  volatile int cutAfter;

  /** How long to wait there instead of cutting. */
  volatile long stallMillis;

  Mirror(byte[] content) throws IOException {
    this.content = content;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/file.gz");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String range = exchange.getRequestHeaders().getFirst("Range");
      String condition = exchange.getRequestHeaders().getFirst("If-Range");
      asked.add(range == null ? "whole" : range);
      if (status != 200) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      byte[] all = content;
      int from = 0;
      if (!tag.isEmpty()) {
        exchange.getResponseHeaders().set("ETag", tag);
      }
      if (range != null && takesRanges && tag.equals(condition)) {
        from = Integer.parseInt(range.replaceAll("\\D", ""));
        if (from >= all.length) {
          exchange.sendResponseHeaders(416, -1);
          return;
        }
        exchange
            .getResponseHeaders()
            .set("Content-Range", "bytes " + from + "-" + (all.length - 1) + "/" + all.length);
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, all.length - from);
      OutputStream body = exchange.getResponseBody();
      if (cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        body.write(Arrays.copyOfRange(all, from, Math.min(all.length, from + cutAfter)));
        body.flush();
        pause();
        throw new IOException("cut");
      }
      body.write(all, from, all.length - from);
    }
  }

  private void pause() throws IOException {
    try {
      Thread.sleep(stallMillis);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
