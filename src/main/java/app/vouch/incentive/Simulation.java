package app.vouch.incentive;

import java.time.Instant;

/**
 * What a simulation goes through.
 *
 * @param version the lock version that was read: a draft that changes meanwhile spoils the answer
 * @param to exclusive
 * @param limit how many deals at most
 */
public record Simulation(
    String programVersionId, int version, Instant from, Instant to, int limit) {}
