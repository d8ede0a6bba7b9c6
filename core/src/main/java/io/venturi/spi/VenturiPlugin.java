package io.venturi.spi;

/**
 * What a plugin jar offers, found by {@link java.util.ServiceLoader}: a public class with a public
 * constructor without parameters, named in {@code META-INF/services/io.venturi.spi.VenturiPlugin}.
 *
 * <pre>{@code
 * @AutoService(VenturiPlugin.class)
 * public final class LossesPlugin implements VenturiPlugin {
 *   public int apiVersion() { return API_VERSION; }
 *   public void contribute(PluginBinder binder) {
 *     binder.loss(MeanSquaredError.class, MeanSquaredErrorFactory.class);
 *   }
 * }
 * }</pre>
 */
public interface VenturiPlugin {

  /** The version of this interface and all it leads to; it changes when old plugins would break. */
  int API_VERSION = 2;

  /**
   * Returns {@link #API_VERSION}. The compiler writes the number into the plugin's class, so this
   * tells which version the plugin was compiled for.
   */
  int apiVersion();

  /** Says what this plugin brings. */
  void contribute(PluginBinder binder);
}
