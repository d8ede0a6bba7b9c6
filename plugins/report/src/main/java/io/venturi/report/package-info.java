/**
 * Results in one HTML file that needs no network, and as PNG files: {@link
 * io.venturi.report.HtmlReport}, {@link io.venturi.report.PngImages}.
 */
@NullMarked
package io.venturi.report;

import org.jspecify.annotations.NullMarked;
