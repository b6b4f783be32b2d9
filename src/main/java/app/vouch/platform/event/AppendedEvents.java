package app.vouch.platform.event;

import java.util.List;

/** All that one command appended to the log, in order; fired inside the transaction. */
public record AppendedEvents(List<AppendedEvent> events) {}
