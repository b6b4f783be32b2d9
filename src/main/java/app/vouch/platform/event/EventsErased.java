package app.vouch.platform.event;

import java.util.List;
import java.util.UUID;

/** Personal data were removed from these events, in the transaction that is open. */
public record EventsErased(UUID tenantId, List<UUID> ids) {
  public EventsErased {
    ids = List.copyOf(ids);
  }
}
