/** The event log as callers read it. */
@NullMarked
package app.vouch.platform.feed;

import org.jspecify.annotations.NullMarked;
