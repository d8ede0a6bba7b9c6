/**
 * Restores noisy images and rows by models: how much closer to the clean ones they come, beside
 * what filters do that need no training, and files and folders of images restored.
 */
@NullMarked
package io.venturi.restoration;

import org.jspecify.annotations.NullMarked;
