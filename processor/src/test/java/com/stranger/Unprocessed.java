package com.stranger;

import io.venturi.annotation.LayerKind;

/** A layer whose plugin is at fault. */
@LayerKind(runtime = "com.stranger:layers", processor = "com.stranger:layers-processor")
public @interface Unprocessed {}
