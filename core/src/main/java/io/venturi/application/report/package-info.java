/**
 * What results are drawn with: charts, tables, images and sentences, as data. What it looks like is
 * up to the {@link io.venturi.application.report.ReportWriter}.
 */
@NullMarked
package io.venturi.application.report;

import org.jspecify.annotations.NullMarked;
