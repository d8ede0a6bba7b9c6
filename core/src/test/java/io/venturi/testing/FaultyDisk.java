package io.venturi.testing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A disk that can fail: the real one, with every call written down, any call refused, and bytes
 * lost. Calls are named such as {@code create file}, {@code force folder}.
 */
public final class FaultyDisk extends FileSystemProvider {

  /** All calls so far, in order. */
  public final List<String> calls = new CopyOnWriteArrayList<>();

  /** Which calls fail. */
  public volatile Predicate<String> fail = call -> false;

  /** By which exception. */
  public volatile Function<String, IOException> fault = IOException::new;

  /** What is kept of bytes that are written, whatever the writer is told. */
  public volatile UnaryOperator<byte[]> keep = bytes -> bytes;

  private final Disk fileSystem = new Disk();

  /** The real path, on this disk. */
  public Path path(Path real) {
    return (Path)
        Proxy.newProxyInstance(
            FaultyDisk.class.getClassLoader(),
            new Class<?>[] {Path.class},
            (proxy, method, arguments) -> onPath(real, method, arguments));
  }

  private @Nullable Object onPath(Path real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("getFileSystem")) {
      return fileSystem;
    }
    Object[] unwrapped =
        arguments == null
            ? new Object[0]
            : Arrays.stream(arguments).map(FaultyDisk::unwrapped).toArray();
    try {
      Object result = method.invoke(real, unwrapped);
      return result instanceof Path path ? path(path) : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Object unwrapped(Object argument) {
    return argument instanceof Path path ? real(path) : argument;
  }

  private static Path real(Path path) {
    return Path.of(path.toString());
  }

  private void call(String name, Path path) throws IOException {
    String call = name + (Files.isDirectory(real(path)) ? " folder" : " file");
    calls.add(call);
    if (fail.test(call)) {
      throw fault.apply("the disk failed at: " + call);
    }
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    call(options.contains(StandardOpenOption.CREATE_NEW) ? "create" : "open", path);
    return new Channel(FileChannel.open(real(path), options, attributes), path);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    call("move", source);
    Files.move(real(source), real(target), options);
  }

  @Override
  public void delete(Path path) throws IOException {
    call("delete", path);
    Files.delete(real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    real(path).getFileSystem().provider().checkAccess(real(path), modes);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return Files.readAttributes(real(path), type, options);
  }

  /** A file that is open, or a folder. */
  private final class Channel extends FileChannel {

    private final FileChannel real;
    private final Path path;

    Channel(FileChannel real, Path path) {
      this.real = real;
      this.path = path;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      call("write", path);
      byte[] bytes = new byte[source.remaining()];
      source.get(bytes);
      ByteBuffer kept = ByteBuffer.wrap(keep.apply(bytes));
      while (kept.hasRemaining()) {
        real.write(kept);
      }
      return bytes.length;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      call("read", path);
      return real.read(target);
    }

    @Override
    public long size() throws IOException {
      call("size", path);
      return real.size();
    }

    @Override
    public void force(boolean metadata) throws IOException {
      call("force", path);
      real.force(metadata);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
      call("close", path);
    }

    @Override
    public long position() {
      throw unused();
    }

    @Override
    public FileChannel position(long position) {
      throw unused();
    }

    @Override
    public FileChannel truncate(long size) {
      throw unused();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
      throw unused();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
      throw unused();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw unused();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw unused();
    }

    @Override
    public int read(ByteBuffer target, long position) {
      throw unused();
    }

    @Override
    public int write(ByteBuffer source, long position) {
      throw unused();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw unused();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw unused();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
      throw unused();
    }
  }

  /** What paths say that they are on. */
  private final class Disk extends FileSystem {

    @Override
    public FileSystemProvider provider() {
      return FaultyDisk.this;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean isReadOnly() {
      return false;
    }

    @Override
    public void close() {
      throw unused();
    }

    @Override
    public String getSeparator() {
      throw unused();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
      throw unused();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
      throw unused();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
      throw unused();
    }

    @Override
    public Path getPath(String first, String... more) {
      throw unused();
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
      throw unused();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
      throw unused();
    }

    @Override
    public WatchService newWatchService() {
      throw unused();
    }
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("this disk of tests has no use for it yet");
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw unused();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw unused();
  }

  @Override
  public Path getPath(URI uri) {
    throw unused();
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) {
    throw unused();
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) {
    throw unused();
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) {
    throw unused();
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw unused();
  }

  @Override
  public boolean isSameFile(Path path, Path other) {
    throw unused();
  }

  @Override
  public boolean isHidden(Path path) {
    throw unused();
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw unused();
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    throw unused();
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw unused();
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw unused();
  }
}
