/** Removes what is kept of a person: who does it, and how traces in JSON are found. */
@NullMarked
package app.vouch.platform.erasure;

import org.jspecify.annotations.NullMarked;
