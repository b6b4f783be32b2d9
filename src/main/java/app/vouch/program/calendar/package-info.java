/** Calendars: when people work, and what is due when in their working time. */
@NullMarked
package app.vouch.program.calendar;

import org.jspecify.annotations.NullMarked;
