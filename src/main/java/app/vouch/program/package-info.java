/** Programs, their versions, and who is enrolled in them. */
@NullMarked
package app.vouch.program;

import org.jspecify.annotations.NullMarked;
