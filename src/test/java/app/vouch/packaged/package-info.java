/** The packaged program from outside: what it serves, what it refuses, what a crash leaves. */
@NullMarked
package app.vouch.packaged;

import org.jspecify.annotations.NullMarked;
