package app.vouch.portal;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import app.vouch.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The pages of somebody who was erased open no more. */
@ApplicationScoped
class RevokedPageLinks implements Erasing {
  private final Sql sql;

  RevokedPageLinks(Sql sql) {
    this.sql = sql;
  }

  @Override
  public String what() {
    return "page links";
  }

  @Override
  public Stage stage() {
    return Stage.STOP;
  }

  @Override
  public Step erase(Erased person, @Nullable String place) {
    return Step.last(
        sql.update(
            """
            update page_link set revoked_at = ?
            where tenant_id = ? and person_id = ? and revoked_at is null""",
            person.at(),
            person.tenantId(),
            person.personId()));
  }
}
