package io.venturi.losses;

/** The shape of an image whose channels vary fastest. */
record ImageShape(int height, int width, int channels) {}
