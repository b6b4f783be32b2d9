/** The engine that sends deliveries, on every replica. */
@NullMarked
package app.vouch.delivery.dispatch;

import org.jspecify.annotations.NullMarked;
