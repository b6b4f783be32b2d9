/** Work that goes on in the background of every replica. */
@NullMarked
package app.vouch.platform.loop;

import org.jspecify.annotations.NullMarked;
