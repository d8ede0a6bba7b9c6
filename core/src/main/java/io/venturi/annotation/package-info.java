/**
 * The language of model specs: the annotations a user writes, the meta-annotations that mark a
 * plugin's own annotations, and the types that appear in a spec's signatures. Depends on the JDK
 * alone.
 */
@NullMarked
package io.venturi.annotation;

import org.jspecify.annotations.NullMarked;
