/**
 * What applications of trained models are made of. An application is a class that a plugin names by
 * {@code PluginBinder.application} and that users get by {@code Venturi.application}; its results
 * are types of its own, which may draw themselves into a report.
 */
@NullMarked
package io.venturi.application;

import org.jspecify.annotations.NullMarked;
