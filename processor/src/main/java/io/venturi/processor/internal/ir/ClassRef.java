package io.venturi.processor.internal.ir;

import java.util.Arrays;
import java.util.List;

/**
 * The name of a class or interface.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames outermost first
 */
public record ClassRef(String packageName, List<String> simpleNames) {

  public ClassRef {
    simpleNames = List.copyOf(simpleNames);
  }

  /** The class of this binary name, if {@code $} only ever separates nested classes in it. */
  public static ClassRef ofBinaryName(String name) {
    int dot = name.lastIndexOf('.');
    return new ClassRef(
        dot < 0 ? "" : name.substring(0, dot),
        Arrays.asList(name.substring(dot + 1).split("\\$", -1)));
  }

  /** As {@link Class#getName()} has it. */
  public String binaryName() {
    return qualified(String.join("$", simpleNames));
  }

  /** As source code has it. */
  public String canonicalName() {
    return qualified(sourceName());
  }

  /** As source code has it, without the package: {@code Outer.Inner}. */
  public String sourceName() {
    return String.join(".", simpleNames);
  }

  /** The last part alone. */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /** The class that is generated beside this spec. */
  public ClassRef network() {
    return new ClassRef(packageName, List.of(String.join("_", simpleNames) + "_Network"));
  }

  private String qualified(String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  @Override
  public String toString() {
    return binaryName();
  }
}
