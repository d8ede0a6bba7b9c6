package io.venturi.data.download;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of well-known sets. Sizes and hashes are those of the original files, unpacked, so it
 * does not matter how a mirror packed them; a test compares them with the files where a folder of
 * whole sets is named. That the mirrors are there is not tested: no test leaves this machine.
 */
final class KnownFiles {

  private static final List<String> MNIST_MIRRORS =
      List.of(
          "https://ossci-datasets.s3.amazonaws.com/mnist/",
          "https://storage.googleapis.com/cvdf-datasets/mnist/");

  private static final List<String> FASHION_MIRRORS =
      List.of(
          "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
          "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/");

  static final List<RemoteFile> MNIST =
      List.of(
          images(
              "train",
              60_000,
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
              MNIST_MIRRORS),
          labels(
              "train",
              60_000,
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
              MNIST_MIRRORS),
          images(
              "t10k",
              10_000,
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
              MNIST_MIRRORS),
          labels(
              "t10k",
              10_000,
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
              MNIST_MIRRORS));

  static final List<RemoteFile> FASHION_MNIST =
      List.of(
          images(
              "train",
              60_000,
              "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
              FASHION_MIRRORS),
          labels(
              "train",
              60_000,
              "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
              FASHION_MIRRORS),
          images(
              "t10k",
              10_000,
              "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
              FASHION_MIRRORS),
          labels(
              "t10k",
              10_000,
              "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
              FASHION_MIRRORS));

  private KnownFiles() {}

  private static RemoteFile images(String part, int count, String sha256, List<String> mirrors) {
    return file(part + "-images-idx3-ubyte.gz", 16 + count * 784L, sha256, mirrors);
  }

  private static RemoteFile labels(String part, int count, String sha256, List<String> mirrors) {
    return file(part + "-labels-idx1-ubyte.gz", 8L + count, sha256, mirrors);
  }

  private static RemoteFile file(String name, long size, String sha256, List<String> mirrors) {
    Stream<URI> places = mirrors.stream().map(mirror -> URI.create(mirror + name));
    return new RemoteFile(name, sha256, size, places.toList());
  }
}
