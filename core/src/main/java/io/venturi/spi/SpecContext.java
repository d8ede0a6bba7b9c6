package io.venturi.spi;

import java.util.List;

/** What the factory of a loss or type may ask about the spec it is for. */
public interface SpecContext {

  /** The spec's network. */
  NetworkDescription network();

  /** What the spec's noise annotations stand for, in their order. */
  List<Corruption> noises();
}
