/** Counters that are named for what Vouch does. */
@NullMarked
package app.vouch.platform.metrics;

import org.jspecify.annotations.NullMarked;
