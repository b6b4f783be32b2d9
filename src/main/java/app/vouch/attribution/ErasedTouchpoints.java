package app.vouch.attribution;

import app.vouch.platform.erasure.Erased;
import app.vouch.platform.erasure.Erasing;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was written of a prospect as evidence goes; that there was some stays. */
@ApplicationScoped
class ErasedTouchpoints implements Erasing {
  private final Sql sql;

  ErasedTouchpoints(Sql sql) {
    this.sql = sql;
  }

  @Override
  public String what() {
    return "touchpoints";
  }

  @Override
  public Stage stage() {
    return Stage.EMPTY;
  }

  @Override
  public Step erase(Erased person, @Nullable String place) {
    List<UUID> referrals =
        person.ids().stream().flatMap(id -> IdType.REFERRAL.parse(id).stream()).toList();
    return Step.last(
        referrals.isEmpty()
            ? 0
            : sql.update(
                """
                update touchpoint set evidence = null
                where tenant_id = ? and referral_id in (?) and evidence is not null""",
                person.tenantId(),
                referrals));
  }
}
