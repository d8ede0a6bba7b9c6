package io.venturi.processor.internal.ir;

import java.util.Set;

/** Names in generated code that share a scope with the names of layers. */
public final class ReservedNames {

  /** The workspace's input, which the first layer reads. */
  public static final String INPUT = "input";

  /** The workspace's latent, which the first decoder layer reads. */
  public static final String LATENT = "latent";

  /** The network's parameters. */
  public static final String PARAMETERS = "parameters";

  /** The network's output activation. */
  public static final String OUTPUT_ACTIVATION = "outputActivation";

  /** The class that holds the network's layer table. */
  public static final String DESCRIPTION = "Description";

  /** The parameter of the passes. */
  public static final String WORKSPACE = "w";

  /** A parameter of the workspace's constructor. */
  public static final String NETWORK = "network";

  /** A parameter of the workspace's constructor. */
  public static final String MEMORY = "memory";

  /** All of them, and the classes whose static members a field of the same name would hide. */
  public static final Set<String> ALL =
      Set.of(
          INPUT,
          LATENT,
          PARAMETERS,
          OUTPUT_ACTIVATION,
          DESCRIPTION,
          WORKSPACE,
          NETWORK,
          MEMORY,
          "FromData",
          "Map",
          "NetworkDescription",
          "Parameters",
          "Section");

  private ReservedNames() {}

  /** The name of a layer's mirror. */
  public static String mirrorOf(String layer) {
    return layer + "Mirrored";
  }
}
