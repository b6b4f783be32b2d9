/** Webhooks: where events go, and what became of each. */
@NullMarked
package app.vouch.delivery;

import org.jspecify.annotations.NullMarked;
