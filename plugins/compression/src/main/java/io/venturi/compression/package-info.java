/**
 * Rows compressed by a model, or by what it is compared with, into files of quantised codes; and
 * how many bytes what quality costs.
 */
@NullMarked
package io.venturi.compression;

import org.jspecify.annotations.NullMarked;
