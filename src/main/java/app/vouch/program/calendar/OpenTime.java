package app.vouch.program.calendar;

import java.time.Instant;

/** From the moment of an opening to before the moment of the closing. */
record OpenTime(Instant opens, Instant closes) {}
