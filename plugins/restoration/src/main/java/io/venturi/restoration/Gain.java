package io.venturi.restoration;

import io.venturi.application.Interval;

/**
 * How much closer to the clean rows the model comes than something else, row by row.
 *
 * @param over what it is compared with
 * @param psnr the MEAN difference in decibels; above 0 if the model is better
 * @param interval where 95 % of such means would lie on other rows of the same kind; where it is
 *     above 0, the model is better beyond what chance in the choice of rows explains
 */
public record Gain(Quality over, double psnr, Interval interval) {}
