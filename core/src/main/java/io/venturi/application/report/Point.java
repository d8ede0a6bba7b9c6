package io.venturi.application.report;

/** A place in a chart, by its values on the two axes. */
public record Point(double x, double y) {}
