/** Layer plugins by people who have never seen the inside of the processor. */
@NullMarked
package com.stranger;

import org.jspecify.annotations.NullMarked;
