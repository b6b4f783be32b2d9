package app.vouch.directory;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import app.vouch.platform.event.Events;
import app.vouch.platform.persistence.Sql;
import app.vouch.platform.reference.ExternalRefs;
import app.vouch.shared.ExternalRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Empties the directory's own row. The address stays suppressed, by its key alone; whoever comes by
 * that address again is somebody new.
 */
@ApplicationScoped
class ErasedPeople implements Erasing {
  private final PersonRepository people;
  private final PersonViews views;
  private final Suppressions suppressions;
  private final ExternalRefs refs;
  private final Events events;
  private final Sql sql;
  private final Clock clock;

  ErasedPeople(
      PersonRepository people,
      PersonViews views,
      Suppressions suppressions,
      ExternalRefs refs,
      Events events,
      Sql sql,
      Clock clock) {
    this.people = people;
    this.views = views;
    this.suppressions = suppressions;
    this.refs = refs;
    this.events = events;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "people";
  }

  @Override
  public Stage stage() {
    return Stage.FORGET;
  }

  @Override
  public Step erase(Erased person, @Nullable String place) {
    Person known = people.findById(person.personId(), LockModeType.PESSIMISTIC_WRITE);
    if (known == null || Tombstone.is(known.details().name())) {
      return Step.last(0);
    }
    byte[] key = known.details().emailKey();
    if (key != null) {
      suppressions.suppress(key, SuppressionReason.ERASURE, null);
      sql.update(
          "update suppression set note = null where tenant_id = ? and email_key = ?",
          person.tenantId(),
          key);
      sql.update(
          """
          update suppression_lift l join suppression s on s.id = l.suppression_id
          set l.reason = null where s.tenant_id = ? and s.email_key = ?""",
          person.tenantId(),
          key);
    }
    List<ExternalRef> names = refs.of(person.personId());
    refs.detach(person.personId());
    known.erase(clock.instant());
    people.flush();
    events.publish(new PersonErased(views.of(known), names));
    return Step.last(1);
  }
}
