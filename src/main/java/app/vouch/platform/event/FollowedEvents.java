package app.vouch.platform.event;

import java.util.List;

/**
 * A piece of the log for somebody who follows it.
 *
 * @param position how far it was read; nothing that is wanted is missing up to there
 */
public record FollowedEvents(List<LoggedEvent> events, long position) {
  public FollowedEvents {
    events = List.copyOf(events);
  }
}
