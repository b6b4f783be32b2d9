/** Events are what their published schemas say, and every type of event comes about. */
@NullMarked
package app.vouch.contract.event;

import org.jspecify.annotations.NullMarked;
