package io.venturi.compression;

/**
 * How many bytes what quality takes.
 *
 * @param setting what it was coded with, in a few words
 * @param bytes the size of the file of all images, all told
 * @param bitsPerValue that in bits, by the values of all images: of grey images, bits per pixel
 * @param psnr in decibels, a mean over images, each of which counts {@link
 *     io.venturi.application.ImageQuality#MOST_DECIBELS} at most; that, of what is lossless
 * @param ssim structural similarity, a mean over images
 */
public record RatePoint(
    String setting, long bytes, double bitsPerValue, double psnr, double ssim) {}
