/** What may stand in the log. */
@NullMarked
package app.vouch.platform.log;

import org.jspecify.annotations.NullMarked;
