/** {@code make bench}: the packaged service beside bare programs that do the same work. */
@NullMarked
package app.vouch.bench;

import org.jspecify.annotations.NullMarked;
