package io.venturi.compression;

import java.util.Optional;

/**
 * What files are compared with.
 *
 * @param name of the codec
 * @param point the smallest file of the same images by it with as high a PSNR; empty if it reaches
 *     none
 * @param modelBytes what is needed beside such files to decode them; 0 for what every computer has
 */
public record Rival(String name, Optional<RatePoint> point, long modelBytes) {}
