package app.vouch.introduction;

import static app.vouch.platform.erasure.PersonalData.empty;
import static app.vouch.platform.erasure.PersonalData.names;
import static app.vouch.platform.erasure.PersonalData.replace;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import app.vouch.platform.erasure.PersonalData;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Empties what introductions say of their parties: subject, context and what was agreed to name
 * both, so they go with either. That a party said yes or no, and when, stays.
 */
@ApplicationScoped
class ErasedIntroductions implements Erasing, PersonalData {
  private final Sql sql;
  private final IntroductionRepository introductions;

  ErasedIntroductions(Sql sql, IntroductionRepository introductions) {
    this.sql = sql;
    this.introductions = introductions;
  }

  @Override
  public String what() {
    return "introductions";
  }

  @Override
  public Stage stage() {
    return Stage.EMPTY;
  }

  @Override
  public Step erase(Erased person, @Nullable String place) {
    List<UUID> all = introductions.ofParty(person.personId());
    if (all.isEmpty()) {
      return Step.last(0);
    }
    sql.update(
        "update journal set note = null where tenant_id = ? and resource_id in (?)",
        person.tenantId(),
        all);
    sql.update(
        """
        update message_mail set outbox = null, detail = null
        where tenant_id = ? and introduction_id in (?)""",
        person.tenantId(),
        all);
    eraseConsents(person, all);
    return Step.last(
        sql.update(
            """
            update introduction set subject = ?, context = ?, prospect_email = null,
              prospect_email_key = null, version = version + 1, updated_at = ?
            where tenant_id = ? and id in (?) and subject <> ?""",
            person.tombstone(),
            person.tombstone(),
            person.at(),
            person.tenantId(),
            all,
            person.tombstone()));
  }

  private void eraseConsents(Erased person, List<UUID> all) {
    sql.update(
        """
        update introduction_token set email_key = null, revoked_at = coalesce(revoked_at, ?)
        where tenant_id = ? and introduction_id in (?) and person_id = ?""",
        person.at(),
        person.tenantId(),
        all,
        person.personId());
    sql.update(
        """
        update consent_withdrawal w join consent c on c.id = w.consent_id
        set w.remote_address = null, w.user_agent = null
        where c.tenant_id = ? and c.introduction_id in (?) and c.person_id = ?""",
        person.tenantId(),
        all,
        person.personId());
    sql.update(
        """
        update consent set remote_address = null, user_agent = null, evidence = null
        where tenant_id = ? and introduction_id in (?) and person_id = ?""",
        person.tenantId(),
        all,
        person.personId());
    sql.update(
        """
        delete from consent_wording
        where tenant_id = ? and hash in
            (select wording_hash from consent where tenant_id = ? and introduction_id in (?))""",
        person.tenantId(),
        person.tenantId(),
        all);
  }

  @Override
  public Set<String> idsOf(UUID personId) {
    return introductions.ofParty(personId).stream()
        .map(IdType.INTRODUCTION::format)
        .collect(Collectors.toSet());
  }

  @Override
  public void remove(ObjectNode object, Erased person) {
    if (namesOneOf(object, person, "prospectPersonId", "connectorPersonId")) {
      replace(object, "subject", person);
      replace(object, "context", person);
      empty(object, "prospectEmail");
    }
    if (object.has("recipientRole")
        && namesOneOf(object, person, "introductionId", "referralId", "recipientPersonId")) {
      replace(object, "subject", person);
      empty(object, "text");
    }
  }

  private static boolean namesOneOf(ObjectNode object, Erased person, String... members) {
    return Stream.of(members).anyMatch(member -> names(object, member, person));
  }
}
