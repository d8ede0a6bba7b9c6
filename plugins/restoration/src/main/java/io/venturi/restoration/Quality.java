package io.venturi.restoration;

import io.venturi.application.Interval;
import java.util.OptionalDouble;

/**
 * How close rows came to the clean ones in one way.
 *
 * @param name how: the noisy rows as they are, a filter with its setting, or the model
 * @param psnr the peak signal-to-noise ratio in decibels, a MEAN over rows, of which each counts
 *     100 dB at most
 * @param interval where 95 % of such means would lie on other rows of the same kind
 * @param ssim the mean structural similarity, at most 1, a MEAN over images; only of images of at
 *     least 11 x 11 pixels
 */
public record Quality(String name, double psnr, Interval interval, OptionalDouble ssim) {}
