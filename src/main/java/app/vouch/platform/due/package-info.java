/** What is due or overdue in any context, as one list. */
@NullMarked
package app.vouch.platform.due;

import org.jspecify.annotations.NullMarked;
