package app.vouch.directory;

import java.time.Instant;

/**
 * What a job of the kind {@code person-erasure} does.
 *
 * @param personId TypeID
 * @param at when it was asked for; what is changed says so
 */
record PersonErasure(String personId, Instant at) {}
