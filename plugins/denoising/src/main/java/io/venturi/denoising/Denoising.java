package io.venturi.denoising;

import io.venturi.annotation.AutoencoderKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A denoising autoencoder (Vincent et al., 2008 and 2010): in training, the encoder sees rows
 * corrupted by the spec's noise annotations, one after another in their order, drawn anew at every
 * step; the loss compares with the CLEAN rows. In validation and in use nothing is corrupted. A
 * spec needs at least one noise annotation beside it, such as {@code @GaussianNoise} of {@code
 * io.venturi:venturi-noise}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(runtime = "io.venturi:venturi-denoising", appliesNoise = true)
public @interface Denoising {}
