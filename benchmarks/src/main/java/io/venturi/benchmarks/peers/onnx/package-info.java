/** ONNX Runtime, and the files it reads. */
@NullMarked
package io.venturi.benchmarks.peers.onnx;

import org.jspecify.annotations.NullMarked;
