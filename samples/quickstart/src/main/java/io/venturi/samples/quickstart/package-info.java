/** The front door: a spec, trained on bundled images, beside PCA. */
@NullMarked
package io.venturi.samples.quickstart;

import org.jspecify.annotations.NullMarked;
