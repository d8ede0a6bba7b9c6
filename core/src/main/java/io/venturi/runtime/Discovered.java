package io.venturi.runtime;

import java.util.List;

/**
 * What was found.
 *
 * @param plugins all, in the order in which they were found
 * @param contributions all of theirs, without duplicates, in this order too
 */
record Discovered(List<LoadedPlugin> plugins, List<Contribution> contributions) {

  Discovered {
    plugins = List.copyOf(plugins);
    contributions = List.copyOf(contributions);
  }
}
