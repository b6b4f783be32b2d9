/** One write: validation, idempotency, transaction, retry, audit. */
@NullMarked
package app.vouch.platform.work;

import org.jspecify.annotations.NullMarked;
