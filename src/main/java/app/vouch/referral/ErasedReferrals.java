package app.vouch.referral;

import static app.vouch.platform.erasure.PersonalData.empty;
import static app.vouch.platform.erasure.PersonalData.names;
import static app.vouch.platform.erasure.PersonalData.replace;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import app.vouch.platform.erasure.PersonalData;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Empties what referrals say of a person. Of a prospect that is all that anybody wrote; of a
 * referrer, the name.
 */
@ApplicationScoped
class ErasedReferrals implements Erasing, PersonalData {
  private static final List<String> SAID = List.of("role", "reason", "evidence", "metadata");

  private final Sql sql;
  private final ReferralRepository referrals;
  private final ObjectMapper json;

  ErasedReferrals(Sql sql, ReferralRepository referrals, ObjectMapper json) {
    this.sql = sql;
    this.referrals = referrals;
    this.json = json;
  }

  @Override
  public String what() {
    return "referrals";
  }

  @Override
  public Stage stage() {
    return Stage.EMPTY;
  }

  @Override
  public Step erase(Erased person, @Nullable String place) {
    sql.update(
        """
        update journal j join referral r on r.tenant_id = j.tenant_id and r.id = j.resource_id
        set j.note = null
        where r.tenant_id = ? and r.prospect_person_id = ? and j.note is not null""",
        person.tenantId(),
        person.personId());
    eraseDecisions(person);
    int asProspect =
        sql.update(
            """
            update referral set prospect_name = ?, prospect_email = null, prospect_phone = null,
              prospect_key = unhex(sha2(concat(?, hex(id)), 256)), prospect_role = null,
              organization_id = null, organization_name = null, organization_domain = null,
              reason = null, evidence = '[]', metadata = '{}',
              version = version + 1, updated_at = ?
            where tenant_id = ? and prospect_person_id = ? and prospect_name <> ?""",
            person.tombstone(),
            person.tombstone(),
            person.at(),
            person.tenantId(),
            person.personId(),
            person.tombstone());
    return Step.last(asProspect + eraseReferrer(person));
  }

  private int eraseReferrer(Erased person) {
    List<UUID> enrolments =
        person.ids().stream().flatMap(id -> IdType.REFERRER.parse(id).stream()).toList();
    return enrolments.isEmpty()
        ? 0
        : sql.update(
            """
            update referral set referrer_name = ?, version = version + 1, updated_at = ?
            where tenant_id = ? and referrer_id in (?) and referrer_name <> ?""",
            person.tombstone(),
            person.at(),
            person.tenantId(),
            enrolments,
            person.tombstone());
  }

  /** What was decided stays; the words of its reasons may name the prospect. */
  private void eraseDecisions(Erased person) {
    sql.list(
            "select id, decision from referral where tenant_id = ? and prospect_person_id = ?",
            row -> Map.entry(row.id("id"), row.text("decision")),
            person.tenantId(),
            person.personId())
        .forEach(
            row -> {
              ObjectNode decision = read(row.getValue());
              eraseReasons(decision, person);
              sql.update(
                  "update referral set decision = ? where id = ?",
                  decision.toString(),
                  row.getKey());
            });
  }

  private ObjectNode read(String text) {
    try {
      return (ObjectNode) json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored decision is no JSON", e);
    }
  }

  private static void eraseReasons(JsonNode decision, Erased person) {
    for (JsonNode reason : decision.path("reasons")) {
      if (reason instanceof ObjectNode words) {
        replace(words, "message", person);
      }
    }
  }

  @Override
  public Set<String> idsOf(UUID personId) {
    return referrals.ofProspect(personId).stream()
        .map(IdType.REFERRAL::format)
        .collect(Collectors.toSet());
  }

  @Override
  public void remove(ObjectNode object, Erased person) {
    if (object.get("prospect") instanceof ObjectNode prospect && names(prospect, "id", person)) {
      SAID.forEach(member -> empty(object, member));
      eraseReasons(object.path("decision"), person);
    }
    if (names(object, "referralId", person) && object.has("occurredAt")) {
      empty(object, "evidence");
    }
  }
}
