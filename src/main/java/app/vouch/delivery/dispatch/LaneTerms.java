package app.vouch.delivery.dispatch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint wants to be sent to.
 *
 * @param ordered whether a resource's events wait for the ones before them
 * @param concurrency attempts at once, over all replicas
 * @param interval between two attempts where the endpoint limits its rate
 */
record LaneTerms(String url, boolean ordered, int concurrency, @Nullable Duration interval) {}
