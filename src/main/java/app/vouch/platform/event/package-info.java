/** The log of facts, in order per resource. */
@NullMarked
package app.vouch.platform.event;

import org.jspecify.annotations.NullMarked;
