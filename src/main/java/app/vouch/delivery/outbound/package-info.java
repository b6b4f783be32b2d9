/** The only way out: HTTP to addresses that are vetted, pinned and bounded in time and size. */
@NullMarked
package app.vouch.delivery.outbound;

import org.jspecify.annotations.NullMarked;
