@NullMarked
package app.vouch.program.calendar;

import org.jspecify.annotations.NullMarked;
