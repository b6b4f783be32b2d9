/** Removes what has been kept for long enough. */
@NullMarked
package app.vouch.platform.retention;

import org.jspecify.annotations.NullMarked;
