package app.vouch.program;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import app.vouch.platform.erasure.PersonalData;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** That terms were accepted stays; by whose address and agent does not. */
@ApplicationScoped
class ErasedTerms implements Erasing, PersonalData {
  private final Sql sql;
  private final ReferrerRepository referrers;

  ErasedTerms(Sql sql, ReferrerRepository referrers) {
    this.sql = sql;
    this.referrers = referrers;
  }

  @Override
  public String what() {
    return "terms";
  }

  @Override
  public Stage stage() {
    return Stage.EMPTY;
  }

  @Override
  public Step erase(Erased person, @Nullable String place) {
    sql.update(
        """
        update journal j join referrer r on r.tenant_id = j.tenant_id and r.id = j.resource_id
        set j.note = null
        where r.tenant_id = ? and r.person_id = ? and j.note is not null""",
        person.tenantId(),
        person.personId());
    return Step.last(
        sql.update(
            """
            update terms_acceptance a join referrer r on r.id = a.referrer_id
            set a.remote_address = null, a.user_agent = null, a.evidence = null
            where r.tenant_id = ? and r.person_id = ?
              and (a.remote_address is not null or a.user_agent is not null
                or a.evidence is not null)""",
            person.tenantId(),
            person.personId()));
  }

  @Override
  public Set<String> idsOf(UUID personId) {
    return referrers.ofPerson(personId).stream()
        .map(referrer -> IdType.REFERRER.format(referrer.id()))
        .collect(Collectors.toSet());
  }

  /** A referrer's name stands next to an id, as every person's. */
  @Override
  public void remove(ObjectNode object, Erased person) {}
}
