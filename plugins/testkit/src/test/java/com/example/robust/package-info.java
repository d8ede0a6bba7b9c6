/** The plugin that docs/plugins.md shows. */
@NullMarked
package com.example.robust;

import org.jspecify.annotations.NullMarked;
