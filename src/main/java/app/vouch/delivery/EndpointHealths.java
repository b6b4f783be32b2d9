package app.vouch.delivery;

import app.vouch.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the health of endpoints, in the open transaction; of any tenant's, by their ids. */
@ApplicationScoped
public class EndpointHealths {
  private static final String COLUMNS =
      """
      endpoint_id, tenant_id, failures, refusals, failing_since, last_failure_at, last_success_at,
      last_status, last_error, held_since, held_reason, probe_at, told, notice_at""";

  private final Sql sql;
  private final HealthPolicy policy;

  EndpointHealths(Sql sql, DeliverySettings settings) {
    this.sql = sql;
    this.policy = HealthPolicy.of(settings);
  }

  HealthPolicy policy() {
    return policy;
  }

  /** Of those that anything is known of, locked until the transaction ends. */
  public Map<UUID, EndpointHealth> lock(Collection<UUID> endpoints) {
    Map<UUID, EndpointHealth> found = new HashMap<>();
    sql.list(
        "select "
            + COLUMNS
            + " from wh_health where endpoint_id in (?) order by endpoint_id"
            + " for update",
        row -> found.put(row.id("endpoint_id"), health(row)),
        endpoints);
    return found;
  }

  EndpointHealth read(UUID tenant, UUID endpoint) {
    return sql
        .list(
            "select " + COLUMNS + " from wh_health where tenant_id = ? and endpoint_id = ?",
            EndpointHealths::health,
            tenant,
            endpoint)
        .stream()
        .findFirst()
        .orElse(EndpointHealth.UNKNOWN);
  }

  /** Endpoints that are held and may be tried again by now. */
  public List<EndpointHealth.Of> toProbe(Instant now, int limit) {
    return due("probe_at", now, limit);
  }

  /** Endpoints whose tenant is to be told something by now. */
  public List<EndpointHealth.Of> toTell(Instant now, int limit) {
    return due("notice_at", now, limit);
  }

  private List<EndpointHealth.Of> due(String column, Instant now, int limit) {
    return sql.list(
        "select "
            + COLUMNS
            + " from wh_health where "
            + column
            + " <= ? order by "
            + column
            + " limit ?",
        row -> new EndpointHealth.Of(row.id("endpoint_id"), row.id("tenant_id"), health(row)),
        now,
        limit);
  }

  /**
   * How it stands after an attempt.
   *
   * @param error null when it was delivered
   * @param refused whether our credentials were
   */
  public EndpointHealth after(
      EndpointHealth before,
      Instant at,
      @Nullable Integer status,
      @Nullable String error,
      boolean refused) {
    return error == null
        ? before.succeeded(at, status)
        : before.failed(at, status, error, refused, policy);
  }

  /** One held delivery is on its way; the next goes when this one did not arrive. */
  public void probed(UUID tenant, UUID endpoint, EndpointHealth health, Instant now) {
    probeAt(tenant, endpoint, health, now.plus(policy.probeEvery()));
  }

  /**
   * @param next when it is looked at again; null where a change of the endpoint comes first
   */
  public void probeAt(UUID tenant, UUID endpoint, EndpointHealth health, @Nullable Instant next) {
    save(tenant, endpoint, health.probed(next));
  }

  public void save(UUID tenant, UUID endpoint, EndpointHealth health) {
    sql.insert(
        "insert into wh_health (" + COLUMNS + ") values",
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        """
        on duplicate key update failures = values(failures), refusals = values(refusals),
          failing_since = values(failing_since), last_failure_at = values(last_failure_at),
          last_success_at = values(last_success_at), last_status = values(last_status),
          last_error = values(last_error), held_since = values(held_since),
          held_reason = values(held_reason), probe_at = values(probe_at), told = values(told),
          notice_at = values(notice_at)""",
        List.of(
            Arrays.asList(
                endpoint,
                tenant,
                health.failures(),
                health.refusals(),
                health.failingSince(),
                health.lastFailureAt(),
                health.lastSuccessAt(),
                health.lastStatus(),
                health.lastError(),
                health.heldSince(),
                health.heldReason(),
                health.probeAt(),
                health.told(),
                health.noticeAt())));
  }

  /** Begins anew, when the endpoint was changed or switched on. */
  void forget(UUID endpoint) {
    sql.update("delete from wh_health where endpoint_id = ?", endpoint);
  }

  private static EndpointHealth health(Sql.Row row) throws SQLException {
    Long status = row.numberOrNull("last_status");
    String reason = row.text("held_reason");
    return new EndpointHealth(
        (int) row.number("failures"),
        (int) row.number("refusals"),
        row.timeOrNull("failing_since"),
        row.timeOrNull("last_failure_at"),
        row.timeOrNull("last_success_at"),
        status == null ? null : status.intValue(),
        row.text("last_error"),
        row.timeOrNull("held_since"),
        reason == null ? null : HeldReason.valueOf(reason),
        row.timeOrNull("probe_at"),
        (int) row.number("told"),
        row.timeOrNull("notice_at"));
  }
}
