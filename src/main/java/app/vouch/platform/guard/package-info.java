/** Locks on things that need not exist yet: who holds one first is first. */
@NullMarked
package app.vouch.platform.guard;

import org.jspecify.annotations.NullMarked;
