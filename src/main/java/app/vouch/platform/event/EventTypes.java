package app.vouch.platform.event;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The names of all events. */
public final class EventTypes {

  /** What an event tells. */
  public enum EventKind {
    /** The resource has changed: the body holds it as it is now. */
    STATE,
    /** Somebody should do something; the resource has not changed. */
    NOTICE
  }

  /**
   * A type of event.
   *
   * @param type such as {@code referral.won}
   * @param noun the part before the dot: {@code referral.*} asks for all of them
   */
  @Schema(name = "EventType")
  @Name("EventType")
  public record EventType(@NonNull String type, @NonNull String noun, @NonNull EventKind kind) {}

  private static final Map<String, EventType> ALL = new LinkedHashMap<>();

  static {
    add(
        "referral",
        EventKind.STATE,
        "captured",
        "accepted",
        "rejected",
        "marked_duplicate",
        "contacted",
        "meeting_booked",
        "qualified",
        "won",
        "lost",
        "reopened",
        "expired",
        "revived",
        "reinstated",
        "withdrawn");
    add(
        "introduction",
        EventKind.STATE,
        "requested",
        "connector_accepted",
        "connector_declined",
        "prospect_asked",
        "prospect_declined",
        "agreed",
        "introduced",
        "replied",
        "met",
        "deferred",
        "resumed",
        "expired",
        "withdrawn",
        "cancelled",
        "closed");
    add("consent", EventKind.STATE, "recorded", "withdrawn", "expired");
    add(
        "claim",
        EventKind.STATE,
        "opened",
        "extended",
        "contested",
        "converted",
        "reverted",
        "released",
        "expired");
    add("dispute", EventKind.STATE, "opened", "upheld", "overturned", "withdrawn");
    add(
        "deal",
        EventKind.STATE,
        "created",
        "updated",
        "stage_changed",
        "won",
        "lost",
        "reopened",
        "amount_changed",
        "payment_recorded",
        "deleted");
    add("attribution", EventKind.STATE, "computed", "revised");
    add(
        "reward",
        EventKind.STATE,
        "granted",
        "approved",
        "held",
        "released",
        "made_available",
        "paid",
        "fulfilled",
        "adjusted",
        "returned",
        "denied",
        "reversed",
        "expired");
    add(
        "payout",
        EventKind.STATE,
        "created",
        "approved",
        "cancelled",
        "sent",
        "settled",
        "failed",
        "returned");
    add(
        "referrer",
        EventKind.STATE,
        "enrolled",
        "paused",
        "resumed",
        "removed",
        "terms_accepted",
        "tier_changed");
    add("person", EventKind.STATE, "merged", "erased");
    add("organization", EventKind.STATE, "merged");
    add("program", EventKind.STATE, "published", "archived");
    add("ledger", EventKind.STATE, "sealed");
    add("endpoint", EventKind.STATE, "disabled", "recovered");
    add("job", EventKind.STATE, "finished");
    add(
        "referral",
        EventKind.NOTICE,
        "first_contact_overdue",
        "thank_you_overdue",
        "referrer_update_due",
        "privacy_notice_due");
    add("introduction", EventKind.NOTICE, "reminder_due", "follow_up_due", "message_due");
    add("endpoint", EventKind.NOTICE, "failing");
  }

  private static void add(String noun, EventKind kind, String... verbs) {
    for (String verb : verbs) {
      String type = noun + '.' + verb;
      ALL.put(type, new EventType(type, noun, kind));
    }
  }

  public static Collection<EventType> all() {
    return ALL.values();
  }

  public static Optional<EventType> find(String type) {
    return Optional.ofNullable(ALL.get(type));
  }

  static boolean isNoun(String noun) {
    return ALL.values().stream().anyMatch(type -> type.noun().equals(noun));
  }

  private EventTypes() {}
}
