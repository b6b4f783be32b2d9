/** Who calls and what they may do. */
@NullMarked
package app.vouch.platform.access;

import org.jspecify.annotations.NullMarked;
