package app.vouch.directory;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.guard.Guards;
import app.vouch.platform.tenant.TenantKeys;
import app.vouch.platform.work.Answer;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is not to be written to, for the other contexts. Reads and writes join the transaction that
 * is open.
 */
@ApplicationScoped
public class Suppressions {
  /** How long the person can take an opt-out back by the same link. */
  public static final Duration UNDO = Duration.ofHours(24);

  private final SuppressionRepository suppressions;
  private final PersonRepository people;
  private final TenantKeys keys;
  private final Guards guards;
  private final RequestContext request;
  private final Event<Suppressed> suppressed;
  private final Uuid7 ids;
  private final Clock clock;

  Suppressions(
      SuppressionRepository suppressions,
      PersonRepository people,
      TenantKeys keys,
      Guards guards,
      RequestContext request,
      Event<Suppressed> suppressed,
      Uuid7 ids,
      Clock clock) {
    this.suppressions = suppressions;
    this.people = people;
    this.keys = keys;
    this.guards = guards;
    this.request = request;
    this.suppressed = suppressed;
    this.ids = ids;
    this.clock = clock;
  }

  /** Whether one of these people is not to be written to. */
  public boolean anyOf(Collection<UUID> personIds) {
    return !suppressions.suppressedAmong(personIds).isEmpty();
  }

  /** Those of these people who are not to be written to. */
  public List<UUID> among(Collection<UUID> personIds) {
    return suppressions.suppressedAmong(personIds);
  }

  /** Who holds these guards sees every suppression of these people, and none comes meanwhile. */
  public List<String> guards(Collection<UUID> personIds) {
    return suppressions.emailKeys(personIds).stream().map(Suppressions::guard).toList();
  }

  /** The key of the address that reaches a person. */
  public Optional<byte[]> emailKey(UUID personId) {
    return suppressions.emailKeys(List.of(personId)).stream().findFirst();
  }

  /** Whether an address is not to be written to, whosever it is. */
  public boolean covers(String email) {
    return covers(keys.emailKey(email));
  }

  /** The same, where only the address's key is kept. */
  public boolean covers(byte[] emailKey) {
    return suppressions.covers(emailKey);
  }

  /** Until the transaction ends nobody suppresses this address. */
  public void hold(String email) {
    guards.hold(List.of(guard(keys.emailKey(email))));
  }

  private static String guard(byte[] emailKey) {
    return "suppression:" + HexFormat.of().formatHex(emailKey);
  }

  /**
   * A person opts out by a link. What the link did before and still counts is not done again.
   *
   * @param emailKey of the address to which the link was sent; null where none was known
   */
  public void optOut(UUID personId, byte @Nullable [] emailKey, UUID linkId) {
    List<byte[]> keys =
        Stream.concat(
                Stream.ofNullable(emailKey), suppressions.emailKeys(List.of(personId)).stream())
            .toList();
    guards.hold(keys.stream().map(Suppressions::guard).toList());
    List<Suppression> before = suppressions.ofLink(linkId);
    Map<UUID, SuppressionLift> lifts = suppressions.lifts(before);
    List<String> standing =
        before.stream()
            .filter(s -> !lifts.containsKey(s.id()))
            .map(s -> guard(s.emailKey()))
            .toList();
    Instant now = clock.instant();
    Map<String, byte[]> wanted = new LinkedHashMap<>();
    keys.forEach(key -> wanted.putIfAbsent(guard(key), key));
    wanted.keySet().removeAll(standing);
    wanted
        .values()
        .forEach(
            key ->
                suppressions.persist(
                    Suppression.byLink(ids.next(), key, linkId, request.actor(), now)));
    suppressions.flush();
    suppressed.fire(
        new Suppressed(
            Stream.concat(Stream.of(personId), reached(keys)).distinct().toList(), keys, linkId));
  }

  private Stream<UUID> reached(List<byte[]> keys) {
    return keys.stream().flatMap(key -> people.byEmailKey(key).stream()).map(Person::id);
  }

  /** A caller suppresses an address; what was said before and still counts is not said again. */
  Answer<SuppressionView> suppress(
      byte[] emailKey, SuppressionReason reason, @Nullable String note) {
    guards.hold(List.of(guard(emailKey)));
    Suppression standing = suppressions.standing(emailKey, reason).orElse(null);
    if (standing != null) {
      return Answer.done(standing.view(null));
    }
    Suppression made =
        Suppression.byApi(ids.next(), emailKey, reason, note, request.actor(), clock.instant());
    suppressions.persist(made);
    suppressions.flush();
    suppressed.fire(new Suppressed(reached(List.of(emailKey)).toList(), List.of(emailKey), null));
    return Answer.created(made.view(null));
  }

  /**
   * The person takes their opt-out back, by the same link and in time.
   *
   * @return whether nothing that the link did counts any more
   */
  public boolean undo(UUID linkId) {
    List<Suppression> done = suppressions.ofLink(linkId);
    guards.hold(done.stream().map(s -> guard(s.emailKey())).toList());
    Map<UUID, SuppressionLift> lifts = suppressions.lifts(done);
    List<Suppression> standing = done.stream().filter(s -> !lifts.containsKey(s.id())).toList();
    Instant now = clock.instant();
    if (standing.stream().anyMatch(s -> now.isAfter(s.createdAt().plus(UNDO)))) {
      return false;
    }
    standing.forEach(s -> suppressions.persist(new SuppressionLift(s, null, request.actor(), now)));
    return !done.isEmpty();
  }
}
