/** The audit records, read over REST and GraphQL. */
@NullMarked
package app.vouch.platform.audit;

import org.jspecify.annotations.NullMarked;
