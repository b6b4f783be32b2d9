/** Steps that happen later, scheduled in the transaction that wants them. */
@NullMarked
package app.vouch.platform.timer;

import org.jspecify.annotations.NullMarked;
