package io.venturi.restoration;

import java.nio.file.Path;

/**
 * An image that was left out.
 *
 * @param file where it is
 * @param reason what is wrong with it, with the file's name and what to do
 */
public record Failure(Path file, String reason) {}
