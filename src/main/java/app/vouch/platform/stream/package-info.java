/** The event log, relayed to Kafka for those whose volume outgrows polling. Off by default. */
@NullMarked
package app.vouch.platform.stream;

import org.jspecify.annotations.NullMarked;
