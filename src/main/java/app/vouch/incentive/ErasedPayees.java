package app.vouch.incentive;

import static app.vouch.platform.erasure.PersonalData.empty;
import static app.vouch.platform.erasure.PersonalData.names;
import static app.vouch.platform.erasure.PersonalData.replace;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import app.vouch.platform.erasure.PersonalData;
import app.vouch.platform.persistence.Sql;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes where a person is paid and where their papers are. Rewards, payouts and the ledger name
 * them by their id alone and stay.
 */
@ApplicationScoped
class ErasedPayees implements Erasing, PersonalData {
  private final Sql sql;

  ErasedPayees(Sql sql) {
    this.sql = sql;
  }

  @Override
  public String what() {
    return "payment details and documents";
  }

  @Override
  public Stage stage() {
    return Stage.EMPTY;
  }

  @Override
  public Step erase(Erased person, @Nullable String place) {
    for (String what : List.of("reward", "payout")) {
      sql.update(
          """
          update journal j join %s r on r.tenant_id = j.tenant_id and r.id = j.resource_id
          set j.note = null
          where r.tenant_id = ? and r.payee_id = ? and j.note is not null"""
              .formatted(what),
          person.tenantId(),
          person.personId());
    }
    int details =
        sql.update(
            "delete from payment_details where tenant_id = ? and person_id = ?",
            person.tenantId(),
            person.personId());
    int documents =
        sql.update(
            """
            update payee_document
            set reference = ?, revoke_reason = null, version = version + 1, updated_at = ?
            where tenant_id = ? and payee_id = ? and reference <> ?""",
            person.tombstone(),
            person.at(),
            person.tenantId(),
            person.personId(),
            person.tombstone());
    return Step.last(details + documents);
  }

  @Override
  public void remove(ObjectNode object, Erased person) {
    if (names(object, "payeeId", person) && object.has("validFrom")) {
      replace(object, "reference", person);
      empty(object, "revokeReason");
    }
    if (names(object, "personId", person) && object.has("numberEnding")) {
      replace(object, "numberEnding", person);
      empty(object, "country");
    }
  }
}
