package io.venturi.runtime;

/**
 * A plugin that was found and loaded.
 *
 * @param name the plugin's class
 * @param location the jar or folder that it came from
 */
public record LoadedPlugin(String name, String location) {

  @Override
  public String toString() {
    return name + " (" + location + ")";
  }
}
