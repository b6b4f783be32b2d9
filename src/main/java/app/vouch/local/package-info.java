/** Starts the program: takes the database it is given, or runs one of its own for development. */
@NullMarked
package app.vouch.local;

import org.jspecify.annotations.NullMarked;
