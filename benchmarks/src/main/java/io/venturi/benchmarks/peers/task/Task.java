package io.venturi.benchmarks.peers.task;

/**
 * What a contender is to do.
 *
 * @param threads how many threads it may use, where it can be told
 */
public record Task(Work work, Material material, Effort effort, int threads) {}
