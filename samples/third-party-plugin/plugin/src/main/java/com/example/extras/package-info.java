/** Wasserstein autoencoders, Tukey's biweight, occluded images, and maxout layers for Venturi. */
package com.example.extras;
