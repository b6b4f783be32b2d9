/** Long work in the background: kept, resumed after a kill, visible and retryable. */
@NullMarked
package app.vouch.platform.job;

import org.jspecify.annotations.NullMarked;
