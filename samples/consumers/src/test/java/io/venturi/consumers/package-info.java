/**
 * The plugin of a stranger, used, left out and misused, by the jars that a Maven build has made.
 */
@NullMarked
package io.venturi.consumers;

import org.jspecify.annotations.NullMarked;
