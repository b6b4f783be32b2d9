package app.vouch.incentive.proof;

import app.vouch.platform.access.Actor;
import app.vouch.platform.persistence.Sql;
import app.vouch.platform.tenant.TenantScope;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All checks at once, without a job. */
@ApplicationScoped
class Audit {

  /** What the first check that found something found. */
  record Finding(CheckKind check, Fault fault) {}

  private final List<Check> checks;
  private final TenantScope scope;
  private final Sql sql;

  Audit(@All List<Check> checks, TenantScope scope, Sql sql) {
    this.checks = checks.stream().sorted(Comparator.comparing(Check::kind)).toList();
    this.scope = scope;
    this.sql = sql;
  }

  Optional<Finding> of(UUID tenant) {
    return scope.call(
        tenant,
        Actor.system("audit"),
        "audit",
        () -> checks.stream().flatMap(check -> run(check, tenant).stream()).findFirst());
  }

  private Optional<Finding> run(Check check, UUID tenant) {
    @Nullable String cursor = null;
    do {
      @Nullable String from = cursor;
      Piece piece =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    sql.update("set transaction isolation level repeatable read");
                    return check.run(tenant, from);
                  });
      if (piece.fault().isPresent()) {
        return piece.fault().map(fault -> new Finding(check.kind(), fault));
      }
      cursor = piece.cursor();
    } while (cursor != null);
    return Optional.empty();
  }

  boolean isSealed(UUID tenant) {
    return sql.list(
            "select entry_id from ledger_unsealed where tenant_id = ?",
            row -> row.id("entry_id"),
            tenant)
        .isEmpty();
  }
}
