/** Public data sets, downloaded once, checked, and kept; or read from a directory. */
@NullMarked
package io.venturi.data.download;

import org.jspecify.annotations.NullMarked;
