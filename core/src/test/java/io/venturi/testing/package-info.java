/** Networks, losses and plugins for the tests of core. */
@NullMarked
package io.venturi.testing;

import org.jspecify.annotations.NullMarked;
