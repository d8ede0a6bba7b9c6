/** What all contenders are given, and what each has to show for it. Knows no library. */
@NullMarked
package io.venturi.benchmarks.peers.task;

import org.jspecify.annotations.NullMarked;
