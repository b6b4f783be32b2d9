package app.vouch.platform.work;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import app.vouch.platform.erasure.PersonalJson;
import app.vouch.platform.persistence.Sql;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes what answers that are kept for repeated calls tell of a person. */
@ApplicationScoped
class ErasedAnswers implements Erasing {
  private static final int AT_ONCE = 500;

  private final Sql sql;
  private final PersonalJson json;

  ErasedAnswers(Sql sql, PersonalJson json) {
    this.sql = sql;
    this.json = json;
  }

  private record Kept(String key, byte[] answer) {}

  @Override
  public String what() {
    return "answers";
  }

  @Override
  public Stage stage() {
    return Stage.TRACES;
  }

  @Override
  public Step erase(Erased person, @Nullable String place) {
    List<Kept> page =
        sql.list(
            """
            select idempotency_key, answer from idempotency_key
            where tenant_id = ? and idempotency_key > ? and answer is not null
            order by idempotency_key limit ?""",
            row -> new Kept(row.text("idempotency_key"), row.bytes("answer")),
            person.tenantId(),
            place == null ? "" : place,
            AT_ONCE);
    int changed = 0;
    for (Kept kept : page) {
      changed += json.without(kept.answer(), person).map(now -> store(kept, now, person)).orElse(0);
    }
    return new Step(changed, page.size() < AT_ONCE ? null : page.getLast().key());
  }

  private int store(Kept kept, ObjectNode answer, Erased person) {
    return sql.update(
        "update idempotency_key set answer = ? where tenant_id = ? and idempotency_key = ?",
        json.bytes(answer),
        person.tenantId(),
        kept.key());
  }
}
