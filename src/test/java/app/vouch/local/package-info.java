/** Tests of the start, and the servers that the other tests run on. */
@NullMarked
package app.vouch.local;

import org.jspecify.annotations.NullMarked;
